// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.TagResult;

/**
 * What one tagger finds in a text and another does not: a target in a sentence. That another rule finds it there is no
 * difference.
 */
record MentionDiff(Side points, Side actors) {
    /** @param rule the first that found it in the sentence */
    record Mention(String target, String rule, String sentence, int start) {
        private String place() {
            return target + "@" + start;
        }
    }

    /**
     * @param appeared targets that were nowhere in the text before
     * @param vanished targets that are nowhere in it any more
     */
    record Side(List<Mention> gained, List<Mention> lost, Set<String> appeared, Set<String> vanished) {
        private static Side of(List<Mention> before, List<Mention> after) {
            return new Side(
                    without(after, before),
                    without(before, after),
                    targetsWithout(after, before),
                    targetsWithout(before, after));
        }

        private static List<Mention> without(List<Mention> mentions, List<Mention> others) {
            var known = others.stream().map(Mention::place).collect(Collectors.toSet());
            return mentions.stream().filter(m -> !known.contains(m.place())).toList();
        }

        private static Set<String> targetsWithout(List<Mention> mentions, List<Mention> others) {
            var known = others.stream().map(Mention::target).collect(Collectors.toSet());
            return mentions.stream()
                    .map(Mention::target)
                    .filter(t -> !known.contains(t))
                    .collect(Collectors.toSet());
        }

        boolean isEmpty() {
            return gained.isEmpty() && lost.isEmpty();
        }
    }

    static MentionDiff of(TagResult before, TagResult after) {
        return new MentionDiff(Side.of(points(before), points(after)), Side.of(actors(before), actors(after)));
    }

    boolean isEmpty() {
        return points.isEmpty() && actors.isEmpty();
    }

    private static List<Mention> points(TagResult found) {
        var mentions = new ArrayList<Mention>();
        found.points().forEach(p -> mentions.addAll(mentions(p.point(), p.evidence(), found)));
        return mentions;
    }

    private static List<Mention> actors(TagResult found) {
        var mentions = new ArrayList<Mention>();
        found.actors().forEach(a -> mentions.addAll(mentions(a.actor(), a.evidence(), found)));
        return mentions;
    }

    private static List<Mention> mentions(String target, List<Evidence> evidence, TagResult found) {
        Map<Integer, Mention> bySentence = new LinkedHashMap<>();
        for (var e : evidence) {
            var sentence = found.sentences().get(e.sentence());
            bySentence.putIfAbsent(e.sentence(), new Mention(target, e.rule(), sentence.text(), sentence.start()));
        }
        return List.copyOf(bySentence.values());
    }
}
