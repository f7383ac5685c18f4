// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.dates.DateExpression;
import tools.jackson.databind.node.ObjectNode;

/** {@code dates --score}: how many of the expressions in gold lines are found where they are, and told rightly. */
public final class DateScoreRun {
    private static final String ROW = "%-26s %6s %6s %6s %6s %9s";

    private final Talk talk;
    private final String file;
    private final DateReading reading = new DateReading();
    private final SortedMap<String, int[]> groups = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();
    private int besides;

    public DateScoreRun(Talk talk, String file) {
        this.talk = talk;
        this.file = file;
    }

    /** Returns whether every line was good. */
    public boolean run(boolean withMisses) {
        var lines = new GoldLines(talk);
        lines.read(file, this::judge);
        if (withMisses) {
            misses.forEach(talk::result);
        }
        print();
        return lines.good();
    }

    private void judge(String place, JsonLines.Line line, ObjectNode object) throws BadLine {
        var gold = DateGold.of(object);
        var found = reading.find(DateLine.of(object));
        gold.forEach(g -> judge(place, line, g, found));
        besides += (int) found.stream()
                .filter(f -> gold.stream().noneMatch(g -> f.start() < g.end() && f.end() > g.start()))
                .count();
    }

    private void judge(String place, JsonLines.Line line, DateGold gold, List<DateExpression> found) {
        var here = found.stream().filter(gold::isAt).findFirst();
        var right =
                here.filter(f -> gold.values().stream().anyMatch(v -> v.is(f))).isPresent();
        var strict = here.filter(f -> gold.values().stream().anyMatch(v -> v.isStrictly(f)))
                .isPresent();
        var counts = groups.computeIfAbsent(gold.group(), g -> new int[4]);
        counts[0]++;
        counts[1] += here.isPresent() ? 1 : 0;
        counts[2] += right ? 1 : 0;
        counts[3] += strict ? 1 : 0;
        if (!right && !gold.values().isEmpty()) {
            misses.add(line.id() + "  " + gold.group() + "  (" + place + ")");
            found.forEach(f -> misses.add("  + " + f.text() + ": " + f.from() + " to " + f.to()));
            misses.add("  - " + gold.text() + ": " + gold.values());
        }
    }

    private void print() {
        talk.result(ROW.formatted(file, "n", "found", "exact", "strict", "exact/n"));
        var single = new int[4];
        groups.forEach((group, counts) -> {
            talk.result(row(group, counts));
            for (int i = 0; i < single.length && group.startsWith("date"); i++) {
                single[i] += counts[i];
            }
        });
        talk.result(row("one calendar reading", single));
        talk.result("found besides, where no gold expression is: " + besides);
    }

    private static String row(String name, int[] counts) {
        var share = counts[0] == 0 ? "-" : String.format(Locale.ROOT, "%.3f", (double) counts[2] / counts[0]);
        return ROW.formatted(name, counts[0], counts[1], counts[2], counts[3], share);
    }
}
