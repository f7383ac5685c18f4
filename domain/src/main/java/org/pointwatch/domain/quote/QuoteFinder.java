// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.domain.tagging.Words;

/**
 * Finds who is quoted with which words, in direct and in reported speech. No quote overlaps another: a clause that holds
 * quoted words with a speaker is told by those words. A pure function; the work is in proportion to the text.
 */
public final class QuoteFinder {
    private final Speakers speakers;
    private final String defaultLanguage;

    private QuoteFinder(Dossier dossier) {
        speakers = new Speakers(dossier);
        defaultLanguage = dossier.defaultLanguage();
    }

    public static QuoteFinder of(Dossier dossier) {
        return new QuoteFinder(dossier);
    }

    /** In text order. */
    public List<Quote> find(Words words, TagResult tags) {
        var language = tags.language() == null ? defaultLanguage : tags.language();
        var text = new SpokenText(words, tags, Speech.of(language));
        var subjects = new Subjects(text, speakers);
        var used = new boolean[words.count()];
        var direct = new DirectSpeech(text, subjects, used);
        var reported = new ReportedSpeech(text, subjects, direct, used);
        var quotes = new ArrayList<Quote>();
        var span = 0;
        for (int s = 0; s < words.sentences(); s++) {
            while (span < text.spans.size() && text.spanFirst[span] < words.firstOf(s + 1)) {
                direct.judge(span++, quotes);
            }
            reported.read(s, quotes);
        }
        quotes.sort(Comparator.comparingInt(Quote::start));
        return pointed(quotes, tags);
    }

    /** Both the quotes and what proves a point are in text order, and quotes do not overlap: each is passed once. */
    private static List<Quote> pointed(List<Quote> quotes, TagResult tags) {
        var pointed = new ArrayList<Quote>(quotes.size());
        var passed = new int[tags.points().size()];
        for (var q : quotes) {
            var points = new ArrayList<String>();
            for (int p = 0; p < passed.length; p++) {
                var point = tags.points().get(p);
                passed[p] = behind(q.start(), point.evidence(), passed[p]);
                if (isIn(q, point.evidence(), passed[p])) {
                    points.add(point.point());
                }
            }
            pointed.add(points.isEmpty() ? q : new Quote(q.speaker(), q.name(), q.text(), q.start(), q.end(), points));
        }
        return pointed;
    }

    private static int behind(int start, List<Evidence> evidence, int from) {
        var next = from;
        while (next < evidence.size() && evidence.get(next).end() <= start) {
            next++;
        }
        return next;
    }

    /** Whether half of a match or more lies in the words. */
    private static boolean isIn(Quote quote, List<Evidence> evidence, int from) {
        for (int i = from; i < evidence.size() && evidence.get(i).start() < quote.end(); i++) {
            var e = evidence.get(i);
            var shared = Math.min(e.end(), quote.end()) - Math.max(e.start(), quote.start());
            if (shared * 2 >= e.end() - e.start() && shared > 0) {
                return true;
            }
        }
        return false;
    }
}
