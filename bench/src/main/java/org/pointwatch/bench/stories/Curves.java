// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.stories;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Precision and recall over pairs of an article and an earlier story. A true pair that no shard tells of counts as missed
 * in the curve of sample sizes; the other two are over pairs that are told.
 */
final class Curves {
    /** More than any text of the gold data has. */
    private static final int ALL = 4_000;

    private static final int USUAL = 64;
    private static final int[] SIZES = {16, 24, 32, 48, USUAL, 96, 128};
    /** Shingles below which a text is a title and a summary, and below which it is a short report. */
    private static final int[] SHORT = {60, 120};

    private final List<List<Gold>> sets;
    private final List<Pair> pairs;
    private final PrintStream out;

    Curves(List<List<Gold>> sets, PrintStream out) {
        this.sets = sets;
        this.out = out;
        pairs = pairs(USUAL);
    }

    void print() {
        leastContainment();
        sampleSizes();
        rewrites();
    }

    private List<Pair> pairs(int size) {
        return sets.stream().flatMap(set -> Pair.of(set, size).stream()).toList();
    }

    private void leastContainment() {
        Predicate<Pair> reports = p -> !p.numbers().sameOutlet() && p.numbers().shorter() >= SHORT[0];
        var groups = List.<Predicate<Pair>>of(
                reports.and(Curves::alike),
                reports.and(p -> !alike(p) && nearlyAlike(p)),
                reports.and(p -> !nearlyAlike(p) && p.numbers().shorter() >= SHORT[1]),
                reports.and(p -> !nearlyAlike(p) && p.numbers().shorter() < SHORT[1]));
        out.println("least containment, pairs of two outlets, by how both begin; precision and recall");
        row("", List.of("alike", "nearly alike", "otherwise", "otherwise, short"));
        row("true, others", groups.stream().map(g -> truths(g, Pair::sameText)).toList());
        for (var t = 30; t <= 80; t += 5) {
            var least = t / 100.0;
            Predicate<Pair> said = p -> p.body() >= least && !p.serial();
            row(
                    text(least),
                    groups.stream().map(g -> cell(g, said, Pair::sameText)).toList());
        }
        out.println();
    }

    private static boolean alike(Pair p) {
        return p.lead() >= 0.3 || p.numbers().titlePercent() >= 60;
    }

    private static boolean nearlyAlike(Pair p) {
        return alike(p) || p.lead() >= 0.2 || p.numbers().titlePercent() >= 40;
    }

    private void sampleSizes() {
        var truth = sets.stream()
                .mapToLong(set -> set.stream().filter(Gold::sameText).count())
                .sum();
        out.println("hashes kept of a text; all pairs, by the rule as it is; error of containment in true pairs");
        row("", List.of("precision", "recall", "mean error", "95 in 100 below"));
        var exact = containments(pairs(ALL));
        for (var size : SIZES) {
            var sampled = pairs(size);
            var said = sampled.stream().filter(p -> p.verdict().sameText()).toList();
            var right = said.stream().filter(Pair::sameText).count();
            var errors = containments(sampled).entrySet().stream()
                    .filter(e -> exact.containsKey(e.getKey()))
                    .mapToDouble(e -> Math.abs(e.getValue() - exact.getOrDefault(e.getKey(), 0.0)))
                    .sorted()
                    .toArray();
            row(
                    Integer.toString(size),
                    List.of(
                            text((double) right / said.size()),
                            text((double) right / truth),
                            text(Arrays.stream(errors).average().orElse(0)),
                            errors.length == 0 ? "" : text(errors[errors.length * 95 / 100])));
        }
        out.println();
    }

    private static Map<List<Gold>, Double> containments(List<Pair> pairs) {
        var found = new HashMap<List<Gold>, Double>();
        pairs.stream().filter(Pair::sameText).forEach(p -> found.put(List.of(p.later(), p.earlier()), p.body()));
        return found;
    }

    private void rewrites() {
        out.println("rewrites, least containment of names and numbers (down) and of runs of three of them (across),");
        out.println("pairs of two outlets and of containment below 0.3; precision and recall");
        Predicate<Pair> asked = p -> p.hasNames() && p.body() < 0.3 && p.later().ownStory() && !p.besideEachOther();
        var across = List.of(0.05, 0.09, 0.13, 0.17, 0.21);
        row(truths(asked, Pair::rewrite), across.stream().map(Curves::text).toList());
        for (var n = 50; n <= 80; n += 6) {
            var names = n / 100.0;
            row(
                    text(names),
                    across.stream()
                            .map(a -> cell(asked, p -> p.names() >= names && p.neighbours() >= a, Pair::rewrite))
                            .toList());
        }
        out.println();
    }

    private long count(Predicate<Pair> which) {
        return pairs.stream().filter(which).count();
    }

    private String truths(Predicate<Pair> among, Predicate<Pair> truth) {
        return count(among.and(truth)) + ", " + count(among.and(truth.negate()));
    }

    private String cell(Predicate<Pair> among, Predicate<Pair> said, Predicate<Pair> truth) {
        var right = count(among.and(said).and(truth));
        var found = count(among.and(said));
        var there = count(among.and(truth));
        if (there == 0) {
            return found == 0 ? "-" : found + " wrong";
        }
        return (found == 0 ? "-" : text((double) right / found)) + " " + text((double) right / there);
    }

    private void row(String name, List<String> cells) {
        var line = new StringBuilder(String.format(Locale.ROOT, "%-20s", name));
        cells.forEach(cell -> line.append(String.format(Locale.ROOT, " %18s", cell)));
        out.println(line);
    }

    private static String text(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }
}
