// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.testkit.families.Families;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** The command {@code stories}, above all on input that is not as it should be. */
final class StoriesTest {
    private static final String REPORT = report("The harbour office of Orlow");
    private static final String OTHER = report("Seven bakers from Tarn");

    @TempDir
    private Path folder;

    private record Ended(int code, List<String> out, String err) {
        JsonNode json(int line) {
            return Json.MAPPER.readTree(out.get(line));
        }

        String relation(int line) {
            return json(line).path("relation").stringValue();
        }
    }

    @Test
    void tellsOriginalCopyAndUpdate() throws IOException {
        var ended = stories(
                line("copy", "b.example", "T", REPORT, "2026-01-05T11:00:00Z"),
                line("first", "a.example", "T", REPORT, "2026-01-05T10:00:00Z"),
                line("later", "a.example", "T", REPORT, "2026-01-05T12:00:00Z"),
                line("other", "c.example", "U", OTHER, "2026-01-05T10:00:00Z"));
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .containsExactly(
                        "{\"id\":\"copy\",\"story\":\"first\",\"relation\":\"copy\",\"of\":\"first\",\"similarity\":1.0}",
                        "{\"id\":\"first\",\"story\":\"first\",\"relation\":\"original\",\"of\":null,\"similarity\":null}",
                        "{\"id\":\"later\",\"story\":\"first\",\"relation\":\"update\",\"of\":\"first\",\"similarity\":1.0}",
                        "{\"id\":\"other\",\"story\":\"other\",\"relation\":\"original\",\"of\":null,\"similarity\":null}");
    }

    @Test
    void emptyTextsAndSingleWordsAreOriginalsWithANote() throws IOException {
        var ended = stories(
                line("empty", "a.example", "One title of some words", "", "2026-01-05T10:00:00Z"),
                line("empty too", "b.example", "Another title of some words", "", "2026-01-05T10:00:00Z"),
                line("word", "a.example", "", "Harbour", "2026-01-05T10:00:00Z"),
                line("same word", "b.example", "", "Harbour", "2026-01-05T11:00:00Z"));
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).hasSize(4).allMatch(line -> line.contains("\"original\""));
        assertThat(ended.json(0).path("note").stringValue()).contains("empty text");
        assertThat(ended.json(2).path("note").stringValue()).contains("no title");
    }

    @Test
    void anArticleWithoutADateIsTheNewestAndOneWithoutATitleIsJudgedByItsText() throws IOException {
        var ended = stories(
                "{\"id\":\"bare\",\"outlet\":\"b.example\",\"text\":\"%s\"}".formatted(REPORT),
                line("dated", "a.example", "T", REPORT, "2026-01-05T10:00:00Z"));
        assertThat(ended.json(0).path("of").stringValue()).isEqualTo("dated");
        assertThat(ended.json(0).path("note").stringValue()).contains("no date", "no title");
    }

    @Test
    void twoUnknownOutletsAreNotTheSameOutlet() throws IOException {
        var ended = stories(
                "{\"id\":\"x\",\"title\":\"T\",\"text\":\"%s\",\"published\":\"2026-01-05T10:00:00Z\"}"
                        .formatted(REPORT),
                "{\"id\":\"y\",\"title\":\"T\",\"text\":\"%s\",\"published\":\"2026-01-05T11:00:00Z\"}"
                        .formatted(REPORT),
                line("z", "nowhere-listed.example", "T", REPORT, "2026-01-05T12:00:00Z"));
        assertThat(ended.relation(1)).isEqualTo("copy");
        assertThat(ended.relation(2)).isEqualTo("copy");
    }

    @Test
    void anyRevisionOfAnIdMatchesAnyOfAnother() throws IOException {
        var ended = stories(
                line("a", "a.example", "T", OTHER, "2026-01-05T10:00:00Z"),
                line("a", "a.example", "T", REPORT, "2026-01-05T13:00:00Z"),
                line("b", "b.example", "U", REPORT, "2026-01-05T12:00:00Z"));
        assertThat(ended.out().get(0)).isEqualTo(ended.out().get(1));
        assertThat(ended.relation(0)).isEqualTo("original");
        assertThat(ended.json(2).path("of").stringValue()).isEqualTo("a");
    }

    @Test
    void badLinesAreAnsweredInTheirPlaceAndTheRestIsJudged() throws IOException {
        var ended = stories(
                "this is no JSON",
                line("a", "a.example", "T", REPORT, "2026-01-05T10:00:00Z"),
                "{\"id\":\"no text\"}",
                "[1]",
                "{\"text\":\"no id\"}",
                line("b", "b.example", "T", REPORT, "2026-01-05T11:00:00Z"));
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).hasSize(6);
        assertThat(ended.json(0).path("error").stringValue()).startsWith("line 1: no JSON object");
        assertThat(ended.json(2).path("error").stringValue()).startsWith("line 3: \"text\"");
        assertThat(ended.json(3).path("error").stringValue()).startsWith("line 4: no JSON object");
        assertThat(ended.json(4).path("error").stringValue()).startsWith("line 5: \"id\"");
        assertThat(ended.json(5).path("of").stringValue()).isEqualTo("a");
    }

    @Test
    void idsThatAreNumbersComeBackAsNumbers() throws IOException {
        var ended = stories(
                line("12", "a.example", "T", REPORT, "2026-01-05T10:00:00Z").replace("\"12\"", "12"),
                line("7", "b.example", "T", REPORT, "2026-01-05T11:00:00Z").replace("\"7\"", "7"),
                line("7", "c.example", "T", OTHER, "2026-01-05T11:00:00Z"));
        assertThat(ended.out().get(1)).startsWith("{\"id\":7,\"story\":12,\"relation\":\"copy\",\"of\":12,");
        assertThat(ended.out().get(2)).startsWith("{\"id\":\"7\",\"story\":\"7\",\"relation\":\"original\"");
    }

    @Test
    void theOrderOfTheLinesChangesNothing() throws IOException {
        var lines = new ArrayList<>(families(600));
        lines.addAll(revised(lines));
        var expected = answers(lines);
        for (var seed = 1; seed <= 5; seed++) {
            Collections.shuffle(lines, new Random(seed));
            assertThat(answers(lines)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void twentyThousandIdenticalReleasesAreOneStory() throws IOException {
        var lines = IntStream.range(0, 20_000)
                .mapToObj(i -> line("r" + i, "outlet-" + i % 700 + ".example", "A release", REPORT, at(i)))
                .toList();
        var ended = assertTimeout(Duration.ofSeconds(60), () -> stories(lines.toArray(String[]::new)));
        assertThat(ended.code()).isZero();
        var stories = new HashSet<String>();
        ended.out()
                .forEach(line ->
                        stories.add(Json.MAPPER.readTree(line).path("story").stringValue()));
        assertThat(stories).containsExactly("r0");
        assertThat(ended.out()).filteredOn(line -> line.contains("\"copy\"")).hasSize(699);
    }

    /** In a process of its own, whose heap holds one such line at a time but not all of them. */
    @Test
    void textsOfSixteenMillionCharactersAreReadInBoundedMemory() throws Exception {
        var file = folder.resolve("long.jsonl");
        try (var out = Files.newBufferedWriter(file)) {
            for (var i = 0; i < 6; i++) {
                var word = i % 2 == 0 ? "w" : "dredge " + REPORT + " ";
                out.write(line("long" + i, "o" + i + ".example", "T", word.repeat(16_000_000 / word.length()), at(i)));
                out.write('\n');
            }
            out.write(line("short", "s.example", "T", REPORT, at(9)));
        }
        var errors = folder.resolve("errors").toFile();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx192m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "stories",
                        file.toString())
                .redirectError(errors)
                .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(errors.toPath())).isEmpty();
        assertThat(out.lines()).hasSize(7).noneMatch(line -> line.contains("error"));
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void aCallThatMeansNothingIsRefused() {
        assertThat(run("stories", "--misses", "x").code()).isEqualTo(2);
        assertThat(run("stories", "x", "y").err()).contains("one file is one set");
        assertThat(run("stories", folder.resolve("none").toString()).err()).contains("cannot be read");
        assertThat(run("stories", "--score", folder.resolve("none").toString()).code())
                .isEqualTo(1);
    }

    /** A report in sentences that no other subject has. */
    private static String report(String subject) {
        var random = new Random(subject.hashCode());
        var words = List.of("grain", "ferry", "council", "levy", "winter", "ledger", "quay", "vote", "tariff", "crane");
        var text = new StringBuilder(subject);
        for (var i = 0; i < 150; i++) {
            text.append(i % 12 == 11 ? ". " : " ").append(words.get(random.nextInt(words.size())));
        }
        return text.append('.').toString();
    }

    private static List<String> families(int most) throws IOException {
        var out = new StringWriter();
        Families.writeJsonl(Families.of(11).articles().subList(0, most), out);
        return out.toString().lines().toList();
    }

    /** Some articles once more, under the id of another: revisions whose outlets and dates differ. */
    private static List<String> revised(List<String> lines) {
        return IntStream.range(0, 60)
                .mapToObj(i -> {
                    var line = (ObjectNode) Json.MAPPER.readTree(lines.get(i * 7));
                    var other = Json.MAPPER.readTree(lines.get(i * 5 + 1));
                    return line.set("id", other.path("id")).toString();
                })
                .toList();
    }

    private List<String> answers(List<String> lines) throws IOException {
        return stories(lines.toArray(String[]::new)).out().stream().sorted().toList();
    }

    private static String at(int second) {
        return Instant.parse("2026-01-05T06:00:00Z").plusSeconds(second).toString();
    }

    private static String line(String id, String outlet, String title, String text, String published) {
        return "{\"id\":\"%s\",\"outlet\":\"%s\",\"title\":\"%s\",\"text\":\"%s\",\"published\":\"%s\"}"
                .formatted(id, outlet, title, text, published);
    }

    private Ended stories(String... lines) throws IOException {
        return run("stories", write(lines));
    }

    private String write(String... lines) throws IOException {
        return Files.write(folder.resolve("in.jsonl"), List.of(lines)).toString();
    }

    private static Ended run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var talk = new Talk(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        var code = Main.run(talk, arguments);
        talk.out().flush();
        return new Ended(
                code, out.toString(StandardCharsets.UTF_8).lines().toList(), err.toString(StandardCharsets.UTF_8));
    }
}
