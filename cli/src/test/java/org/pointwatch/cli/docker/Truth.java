// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.docker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.pointwatch.cli.demo.Tally;
import org.pointwatch.wire.Json;

/** What the sample world's ground truth comes to when counted. */
final class Truth {
    private static final String FILE = "/dossiers/sample-world/truth.jsonl";

    private record Entry(boolean counted, String relation, List<String> points) {
        boolean isStory() {
            return relation.equals("original") || relation.equals("rewrite");
        }
    }

    private Truth() {}

    static Tally recount() throws IOException {
        var counted = entries().stream().filter(Entry::counted).toList();
        var points = new TreeMap<String, Long>();
        counted.stream().filter(Entry::isStory).forEach(entry -> entry.points()
                .forEach(point -> points.merge(point, 1L, Long::sum)));
        return new Tally(
                counted.size(),
                counted.stream().filter(Entry::isStory).count(),
                counted.stream().filter(e -> e.relation().equals("copy")).count(),
                counted.stream().filter(e -> e.relation().equals("update")).count(),
                points);
    }

    private static List<Entry> entries() throws IOException {
        var entries = new ArrayList<Entry>();
        try (var in = Truth.class.getResourceAsStream(FILE);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                entries.add(Json.MAPPER.readValue(line, Entry.class));
            }
        }
        return entries;
    }
}
