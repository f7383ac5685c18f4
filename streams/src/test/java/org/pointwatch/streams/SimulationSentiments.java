// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.tagging.ActorMention;
import org.pointwatch.domain.tagging.PointMention;
import org.pointwatch.domain.tagging.TargetSentiment;
import org.pointwatch.wire.record.Finding;

/**
 * Sentiments in the texts of simulated worlds, in a notation of their own, so that edits change them alone. Where a text has
 * no mark, they are those of the shipped model.
 */
final class SimulationSentiments {
    private static final String MARK = "A tone is ";
    private static final List<String> TARGETS = List.of("army-cap", "nato-membership", "trump", "nato");

    private SimulationSentiments() {}

    /** A sentence such as {@code A tone is -300 and none toward trump.}: the outlet's, and what is quoted. */
    static String sentence(Random random) {
        return MARK + value(random) + " and " + value(random) + " toward " + TARGETS.get(random.nextInt(TARGETS.size()))
                + ".";
    }

    private static String value(Random random) {
        return random.nextInt(4) == 0 ? "none" : String.valueOf(random.nextInt(2_001) - 1_000);
    }

    /** What was found, with the marked sentiments toward what was found; the last mark of a target counts. */
    static Finding in(Revision revision, Finding f) {
        var marked = marked(revision.readable());
        return marked.isEmpty() ? f : with(marked, f);
    }

    private static Map<String, TargetSentiment> marked(String text) {
        var marked = new HashMap<String, TargetSentiment>();
        for (var at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
            var end = text.indexOf('.', at);
            var words = end < 0 ? new String[0] : text.substring(at, end).split(" ");
            if (words.length == 8 && isValue(words[3]) && isValue(words[5])) {
                marked.put(words[7], new TargetSentiment(read(words[3]), read(words[5])));
            }
        }
        return marked;
    }

    private static boolean isValue(String word) {
        return word.matches("none|-?[0-9]{1,4}") && (word.equals("none") || Math.abs(Integer.parseInt(word)) <= 1_000);
    }

    private static @Nullable Integer read(String word) {
        return word.equals("none") ? null : Integer.valueOf(word);
    }

    private static Finding with(Map<String, TargetSentiment> marked, Finding f) {
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
                f.sentences(),
                f.points().stream()
                        .map(p -> new PointMention(
                                p.point(), p.confidence(), marked.getOrDefault(p.point(), p.sentiment()), p.evidence()))
                        .toList(),
                f.actors().stream()
                        .map(a -> new ActorMention(
                                a.actor(), marked.getOrDefault(a.actor(), a.sentiment()), a.evidence()))
                        .toList(),
                f.deadlines(),
                f.dates(),
                f.figures(),
                f.quotes(),
                f.stances(),
                f.tone());
    }
}
