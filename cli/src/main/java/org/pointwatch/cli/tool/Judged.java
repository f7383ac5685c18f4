// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.TagResult;

/** What was found in one gold line, held against what a careful reader finds. */
record Judged(GoldLine line, List<Target> points, List<Target> actors) {
    enum Verdict {
        RIGHT,
        EXTRA,
        MISSED
    }

    /** @param proofs where it was found; empty if it was missed */
    record Target(String id, Verdict verdict, List<Proof> proofs) {}

    record Proof(String rule, String text, String sentence) {}

    static Judged of(GoldLine line, TagResult found) {
        var whole = line.title() + "\n\n" + line.article().text();
        Map<String, List<Proof>> points = new LinkedHashMap<>();
        found.points().forEach(p -> points.put(p.point(), proofs(p.evidence(), found, whole)));
        Map<String, List<Proof>> actors = new LinkedHashMap<>();
        found.actors().forEach(a -> actors.put(a.actor(), proofs(a.evidence(), found, whole)));
        return new Judged(line, targets(line.points(), points), targets(line.actors(), actors));
    }

    boolean isPerfect() {
        return points.stream().allMatch(t -> t.verdict() == Verdict.RIGHT)
                && actors.stream().allMatch(t -> t.verdict() == Verdict.RIGHT);
    }

    boolean isWrongAbout(String target) {
        return Stream.concat(points.stream(), actors.stream())
                .anyMatch(t -> t.id().equals(target) && t.verdict() != Verdict.RIGHT);
    }

    private static List<Proof> proofs(List<Evidence> evidence, TagResult found, String whole) {
        return evidence.stream()
                .map(e -> new Proof(
                        e.rule(),
                        whole.substring(e.start(), e.end()),
                        found.sentences().get(e.sentence()).text()))
                .toList();
    }

    private static List<Target> targets(Set<String> expected, Map<String, List<Proof>> found) {
        var targets = new ArrayList<Target>();
        for (var id : expected) {
            var proofs = found.get(id);
            targets.add(
                    proofs == null ? new Target(id, Verdict.MISSED, List.of()) : new Target(id, Verdict.RIGHT, proofs));
        }
        found.forEach((id, proofs) -> {
            if (!expected.contains(id)) {
                targets.add(new Target(id, Verdict.EXTRA, proofs));
            }
        });
        return targets;
    }
}
