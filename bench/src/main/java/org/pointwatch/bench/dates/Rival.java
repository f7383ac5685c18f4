// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.dates;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import org.natty.DateGroup;
import org.natty.Parser;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

/**
 * Natty on gold lines with one calendar reading. It gives moments and no spans, so a day counts by its date, and a span
 * if it gives both ends, or a start that is all the span has.
 */
final class Rival {
    private final PrintStream out;
    private final Parser parser = new Parser(TimeZone.getTimeZone("UTC"));
    private final SortedMap<String, int[]> groups = new TreeMap<>();

    Rival(PrintStream out) {
        this.out = out;
    }

    void score(Path file) throws IOException {
        for (var line : Files.readAllLines(file)) {
            var node = Json.MAPPER.readTree(line);
            var reference = LocalDateTime.parse(node.path("reference").asString(""));
            var found = parse(node.path("text").asString(""), reference);
            for (var expression : node.path("expressions")) {
                if (expression.path("values").size() == 1) {
                    judge(expression, found);
                }
            }
        }
        out.printf("%-16s %6s %6s %6s %9s%n", "natty", "n", "found", "exact", "exact/n");
        groups.forEach(
                (group, c) -> out.printf("%-16s %6d %6d %6d %9.3f%n", group, c[0], c[1], c[2], (double) c[2] / c[0]));
    }

    /** What it cannot bear is nothing found. */
    private List<DateGroup> parse(String text, LocalDateTime reference) {
        try {
            return parser.parse(text, Date.from(reference.toInstant(ZoneOffset.UTC)));
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private void judge(JsonNode gold, List<DateGroup> found) {
        var start = gold.path("start").intValue();
        var end = gold.path("end").intValue();
        var here = found.stream()
                .filter(g -> g.getPosition() - 1 == start && start + g.getText().length() == end)
                .findFirst();
        var value = gold.path("values").get(0).asString("");
        var counts = groups.computeIfAbsent(gold.path("type").asString("date"), t -> new int[3]);
        counts[0]++;
        counts[1] += here.isPresent() ? 1 : 0;
        counts[2] += here.isPresent() && isExact(value, here.get().getDates()) ? 1 : 0;
    }

    private static boolean isExact(String value, List<Date> dates) {
        var ends = value.split("/", -1);
        var days = dates.stream()
                .map(d -> d.toInstant().atOffset(ZoneOffset.UTC).toLocalDate())
                .toList();
        if (ends.length == 1 || ends[1].isEmpty()) {
            return days.size() == 1 && days.get(0).toString().equals(ends[0]);
        }
        return days.size() == 2
                && days.get(0).toString().equals(ends[0])
                && (days.get(1).toString().equals(ends[1])
                        || days.get(1).equals(LocalDate.parse(ends[1]).minusDays(1)));
    }
}
