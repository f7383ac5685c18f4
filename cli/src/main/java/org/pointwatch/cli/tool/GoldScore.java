// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts hits by point, actor and language; a target counts once a line, however often it is found there. */
final class GoldScore {
    /** Hits of one kind of target: each target in the order of the dossier, and all together. */
    static final class Sheet {
        private final Map<String, Hits> byTarget = new LinkedHashMap<>();

        private Sheet(List<String> targets) {
            targets.forEach(t -> byTarget.put(t, Hits.NONE));
        }

        private void add(List<Judged.Target> targets) {
            targets.forEach(t -> byTarget.merge(t.id(), Hits.of(t.verdict()), Hits::plus));
        }

        Map<String, Hits> byTarget() {
            return byTarget;
        }

        /** Every mention weighs the same. */
        Hits micro() {
            return byTarget.values().stream().reduce(Hits.NONE, Hits::plus);
        }

        /** Every target weighs the same: the mean F1 of those that occur in the gold lines or were found in them. */
        @Nullable
        Double macroF1() {
            var mean = byTarget.values().stream()
                    .map(Hits::f1)
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .average();
            return mean.isPresent() ? mean.getAsDouble() : null;
        }
    }

    /** One language: how many lines, and what was found in them. */
    record LanguageHits(int lines, Hits points, Hits actors) {
        private static LanguageHits of(Judged judged) {
            return new LanguageHits(1, all(judged.points()), all(judged.actors()));
        }

        private LanguageHits plus(LanguageHits other) {
            return new LanguageHits(lines + other.lines, points.plus(other.points), actors.plus(other.actors));
        }

        private static Hits all(List<Judged.Target> targets) {
            return targets.stream().map(t -> Hits.of(t.verdict())).reduce(Hits.NONE, Hits::plus);
        }
    }

    private final Sheet points;
    private final Sheet actors;
    private final SortedMap<String, LanguageHits> languages = new TreeMap<>();

    GoldScore(List<String> points, List<String> actors) {
        this.points = new Sheet(points);
        this.actors = new Sheet(actors);
    }

    /** @param language as settled for the line */
    void add(Judged judged, String language) {
        points.add(judged.points());
        actors.add(judged.actors());
        languages.merge(language, LanguageHits.of(judged), LanguageHits::plus);
    }

    Sheet points() {
        return points;
    }

    Sheet actors() {
        return actors;
    }

    SortedMap<String, LanguageHits> languages() {
        return languages;
    }

    int lines() {
        return languages.values().stream().mapToInt(LanguageHits::lines).sum();
    }
}
