// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.cli.ops.NamedMetrics;
import org.pointwatch.cli.ops.Shown;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.wire.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole pipeline on the sample world, against the truth that was written with it. */
@Tag("broker")
final class DemoIT {
    private static final String WORLD = "/dossiers/sample-world/";
    private static final int LEAST_TOLD = 9;
    private static final Set<String> STORIES = Set.of("original", "rewrite");

    private record Entry(String id, boolean counted, String relation, List<String> points) {}

    private record Result(long articles, long stories, long copies, long updates, Map<String, Long> points) {}

    @Test
    void countsOfAReplayAreTheRecountOfTheTruth(@TempDir Path data) throws IOException, InterruptedException {
        String printed;
        try (var shown = Shown.looking()) {
            printed = run("demo", "--once", "--json", "--data", data.toString(), "--set=metrics.port=" + shown.port());
            assertThat(shown.labels()).hasSizeGreaterThan(100);
            assertThat(NamedMetrics.unknown(shown.labels()))
                    .as("named in deploy or docs/operations.md, and not there")
                    .isEmpty();
        }
        assertThat(printed.lines()).hasSize(1);
        assertThat(Json.MAPPER.readValue(printed, Result.class)).isEqualTo(recount());
        assertThat(run("audit", "--data", data.toString()))
                .startsWith("no difference: %1$d articles = %1$d counted"
                        .formatted(recount().articles()))
                .contains(" rows of tables");
        assertThat(run("export", "deadlines", "--format", "jsonl", "--data", data.toString())
                        .lines()
                        .map(line -> Json.MAPPER.readValue(line, Ended.class))
                        .filter(deadline -> !deadline.status().equals("merged")))
                .as("but for ids published on the way, which depend on the order; audit has seen where they lead")
                .containsExactlyInAnyOrderElementsOf(lines("deadlines.jsonl", Ended.class));
        whatIsToldOfAPositionIsTrue(run("export", "stances", "--format", "jsonl", "--data", data.toString()));
    }

    /** Stances abstain: what is told must be in the truth, and not all of the truth is told. */
    private static void whatIsToldOfAPositionIsTrue(String exported) throws IOException {
        var told = exported.lines()
                .map(line -> Json.MAPPER.readValue(line, Stand.class))
                .filter(stand -> !stand.stance().equals("unknown"))
                .toList();
        assertThat(lines("stances.jsonl", Stand.class)).containsAll(told);
        assertThat(told).hasSizeGreaterThanOrEqualTo(LEAST_TOLD);
    }

    private record Stand(String actor, String point, String stance) {}

    private record Ended(String bound, String due, String status, long stories) {}

    private static String run(String... call) {
        var out = new ByteArrayOutputStream();
        var talk = new Talk(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                false);
        assertThat(Main.run(talk, call)).isZero();
        talk.out().flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Result recount() throws IOException {
        var counted = lines("truth.jsonl", Entry.class).stream()
                .filter(Entry::counted)
                .toList();
        var points = new TreeMap<String, Long>();
        for (var entry : counted) {
            if (STORIES.contains(entry.relation())) {
                entry.points().forEach(point -> points.merge(point, 1L, Long::sum));
            }
        }
        return new Result(
                counted.size(),
                counted.stream().filter(e -> STORIES.contains(e.relation())).count(),
                counted.stream().filter(e -> e.relation().equals("copy")).count(),
                counted.stream().filter(e -> e.relation().equals("update")).count(),
                points);
    }

    private static <T> List<T> lines(String file, Class<T> type) throws IOException {
        try (var in = DemoIT.class.getResourceAsStream(WORLD + file);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> Json.MAPPER.readValue(line, type)).toList();
        }
    }
}
