// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.deadline.DeadlineMention;
import org.pointwatch.domain.deadline.ledger.Binding;
import org.pointwatch.domain.deadline.ledger.DeadlineWalk;
import org.pointwatch.domain.deadline.ledger.LedgerDeadline;
import org.pointwatch.domain.deadline.ledger.Precision;
import org.pointwatch.domain.deadline.ledger.Statement;
import org.pointwatch.domain.deadline.ledger.Status;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.domain.tagging.Sentence;
import org.pointwatch.wire.record.Deadline;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.Story;

/**
 * Deadlines in the texts of simulated worlds, in a notation of their own, so that every kind of statement comes up whatever
 * the reader of real sentences can; and what the topic must hold in the end, put together without the topology's code.
 */
final class SimulationDeadlines {
    private static final String MARK = "A deadline is ";
    private static final List<String> STATUSES =
            List.of("set", "set", "set", "repeated", "moved", "moved", "softened", "denied", "passed");

    private SimulationDeadlines() {}

    /** A sentence such as {@code A deadline is moved to 2025-11-24 by trump for all about army-cap.} */
    static String sentence(Random random) {
        var day = random.nextInt(8) == 0
                ? "-"
                : LocalDate.parse("2025-11-21").plusDays(random.nextInt(5) * 2L).toString();
        var hour = !day.equals("-") && random.nextInt(8) == 0 ? "T18:00:00-05:00" : "";
        return MARK + STATUSES.get(random.nextInt(STATUSES.size())) + " to " + day + hour + " by "
                + (random.nextBoolean() ? "trump" : "-") + " for " + (random.nextInt(3) == 0 ? "nato" : "-") + " about "
                + (random.nextInt(3) == 0 ? "army-cap" : "-") + ".";
    }

    /** What was found, and the marked sentences. */
    static Finding in(Revision revision, Finding f) {
        var text = revision.title() + "\n\n" + revision.readable();
        var sentences = new ArrayList<>(f.sentences());
        var mentions = new ArrayList<>(f.deadlines());
        for (var at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
            var end = text.indexOf('.', at);
            var words = end < 0 ? new String[0] : text.substring(at, end).split(" ");
            if (words.length == 12 && STATUSES.contains(words[3])) {
                mentions.add(mention(words, at, end, sentences.size()));
                sentences.add(new Sentence(at, end + 1, false, text.substring(at, end + 1)));
            }
        }
        return new Finding(
                f.article(),
                f.revision(),
                f.dossier(),
                f.dossierVersion(),
                f.outlet(),
                f.url(),
                f.title(),
                f.language(),
                f.agency(),
                f.group(),
                f.facets(),
                f.eventTime(),
                f.eventTimeSource(),
                sentences,
                f.points(),
                f.actors(),
                mentions,
                f.dates(),
                f.figures(),
                f.quotes(),
                f.stances(),
                f.tone());
    }

    private static DeadlineMention mention(String[] words, int start, int end, int sentence) {
        var due = given(words[5]);
        var point = given(words[11]);
        return new DeadlineMention(
                words[5],
                start,
                end,
                sentence,
                due,
                List.of(),
                due != null && due.contains("T") ? "hour" : "day",
                words[3],
                given(words[7]),
                given(words[9]),
                point == null ? List.of() : List.of(point));
    }

    private static @Nullable String given(String word) {
        return word.equals("-") ? null : word;
    }

    /** Every deadline that is published and not merged, by id. */
    static Map<String, Deadline> of(
            Map<String, Finding> findings, Map<String, Story> stories, Map<String, Origin> origins, Instant now) {
        var bound = new TreeMap<String, List<Statement>>();
        findings.forEach((article, f) -> {
            var story = stories.get(article);
            if (story != null) {
                for (var m : f.deadlines().subList(0, Math.min(40, f.deadlines().size()))) {
                    var point = m.points().size() == 1 ? m.points().get(0) : "";
                    bound.computeIfAbsent((m.bound() == null ? "" : m.bound()) + "/" + point, k -> new ArrayList<>())
                            .add(statement(f, m, story.relation(), origins.get(article)));
                }
            }
        });
        var all = new TreeMap<String, Deadline>();
        bound.forEach((key, statements) -> {
            var parts = key.split("/", -1);
            var binding = new Binding(
                    "small-plan", parts[0].isEmpty() ? null : parts[0], parts[1].isEmpty() ? null : parts[1]);
            statements.sort(Statement.ORDER);
            for (var d : DeadlineWalk.walk(binding, List.of(), statements, List.of(), now)
                    .deadlines()) {
                all.put(d.id(), record(d));
            }
        });
        return all;
    }

    private static Statement statement(Finding f, DeadlineMention m, Relation relation, @Nullable Origin origin) {
        var sentence = f.sentences().get(m.sentence()).text();
        return new Statement(
                f.eventTime(),
                f.article(),
                relation == Relation.ORIGINAL || relation == Relation.REWRITE,
                origin == Origin.LIVE,
                m.start(),
                m.due(),
                m.alternatives(),
                Precision.valueOf(m.precision().toUpperCase(Locale.ROOT)),
                Status.valueOf(m.status().toUpperCase(Locale.ROOT)),
                m.setBy(),
                m.points(),
                sentence);
    }

    private static Deadline record(LedgerDeadline d) {
        var history = d.history().stream()
                .map(c -> new Deadline.Change(
                        c.at(), c.status().name().toLowerCase(Locale.ROOT), c.due(), c.article(), c.by(), c.evidence()))
                .toList();
        return new Deadline(
                d.id(),
                d.due(),
                d.precision().name().toLowerCase(Locale.ROOT),
                d.status().name().toLowerCase(Locale.ROOT),
                history,
                d.points(),
                d.actors(),
                d.setBy(),
                d.binding().bound(),
                d.stories(),
                d.firstSeen(),
                d.lastSeen(),
                d.evidence(),
                d.evidenceArticle(),
                null);
    }
}
