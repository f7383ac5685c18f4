// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dates.DateContext;
import org.pointwatch.domain.dossier.Deadlines;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.domain.tagging.Words;

import static org.pointwatch.domain.dossier.DeadlineCue.DEADLINE;

/**
 * Finds deadlines of the negotiation in an article about it, and the terms and events that are dated in it. A pure
 * function of text and dossier; safe for many threads.
 */
public final class DeadlineFinder {
    /** More of either are never given for one article; a report has a handful, a text of cue words any number. */
    public static final int MOST = 100;

    private final Deadlines settings;
    private final Zones zones;
    private final Parties parties;
    private final String defaultLanguage;
    private final Map<String, Language> languages = new ConcurrentHashMap<>();

    private record Language(CueWords cues, DayPhrases days) {}

    private DeadlineFinder(Dossier dossier) {
        settings = dossier.deadlines();
        zones = new Zones(settings);
        parties = Parties.of(dossier);
        defaultLanguage = dossier.defaultLanguage();
    }

    public static DeadlineFinder of(Dossier dossier) {
        return new DeadlineFinder(dossier);
    }

    /**
     * @param at when the article was published, or else first seen; null leaves "Thursday" unresolved
     * @param outlet decides the time zone, as does its group; null if unknown
     */
    public Dated find(
            Words words, TagResult tags, @Nullable Instant at, @Nullable String outlet, @Nullable String group) {
        var spoken = tags.language() == null ? defaultLanguage : tags.language();
        var language = languages.computeIfAbsent(
                spoken, l -> new Language(CueWords.of(l, settings), new DayPhrases(l, settings.days())));
        var context = zones.context(at, outlet, group, spoken);
        var now = context.reference();
        var reader = new StatementReader(now == null ? null : now.toLocalDate(), parties, words);
        for (var statement : statements(words, tags, language, context)) {
            reader.read(statement);
        }
        return reader.dated(tags);
    }

    /** The sentences that hold a date, or name a deadline. */
    private static List<Statement> statements(Words words, TagResult tags, Language language, DateContext context) {
        var days = language.days().find(words, context);
        var evidence = new SentenceEvidence(words, tags);
        var statements = new ArrayList<Statement>();
        var next = 0;
        for (int s = 0; s < words.sentences(); s++) {
            var limit = words.firstOf(s + 1);
            var own = new ArrayList<DayPhrase>();
            while (next < days.size() && days.get(next).core() < limit) {
                own.add(days.get(next++));
            }
            if (!own.isEmpty() || namesDeadline(words, s, language.cues())) {
                var hits = language.cues().hits(words, s);
                if (evidence.isAboutIt(s, hits)) {
                    statements.add(new Statement(words, s, hits, evidence.actors(s), evidence.points(s), own));
                }
            }
        }
        return statements;
    }

    private static boolean namesDeadline(Words words, int sentence, CueWords cues) {
        for (int w = words.firstOf(sentence); w < words.firstOf(sentence + 1); w++) {
            if (!words.isFurniture(w) && cues.mayOpen(words.plain(w), DEADLINE)) {
                return true;
            }
        }
        return false;
    }
}
