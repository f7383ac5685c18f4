// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.pointwatch.cli.demo.Tally;
import org.pointwatch.wire.Json;

/** What the sample world's ground truth comes to when counted. */
final class Truth {
    private static final String FILE = "/dossiers/sample-world/truth.jsonl";
    private static final Set<String> STORIES = Set.of("original", "rewrite");

    private record Entry(String url, boolean counted, String relation, List<String> points) {}

    private Truth() {}

    static Tally recount() throws IOException {
        return recount(entries().stream().filter(Entry::counted).toList());
    }

    /** Of all entries that are counted. */
    static List<String> urls() throws IOException {
        return entries().stream().filter(Entry::counted).map(Entry::url).toList();
    }

    private static List<Entry> entries() throws IOException {
        try (var in = Truth.class.getResourceAsStream(FILE);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> Json.MAPPER.readValue(line, Entry.class))
                    .toList();
        }
    }

    private static Tally recount(List<Entry> counted) {
        var points = new TreeMap<String, Long>();
        counted.stream().filter(e -> STORIES.contains(e.relation())).forEach(e -> e.points()
                .forEach(point -> points.merge(point, 1L, Long::sum)));
        return new Tally(
                counted.size(),
                with(counted, STORIES),
                with(counted, Set.of("copy")),
                with(counted, Set.of("update")),
                points);
    }

    private static long with(List<Entry> entries, Set<String> relations) {
        return entries.stream().filter(e -> relations.contains(e.relation())).count();
    }
}
