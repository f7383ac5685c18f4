// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

final class MainTest {
    private static final String TEXT =
            "The 28-point plan for Ukraine would cap the army at 600,000 soldiers, Rubio said in"
                    + " Geneva on Friday after a long day of talks with the Europeans.";

    @TempDir
    private Path folder;

    private record Ended(int code, List<String> out, String err) {
        JsonNode line(int number) {
            return Json.MAPPER.readTree(out.get(number));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "run",
                "fetch",
                "process",
                "sink",
                "desk",
                "broker",
                "topics",
                "feeds",
                "audit",
                "forget",
                "export",
                "replay",
                "reprocess",
                "compare",
                "dossier",
                "analyze",
                "dates",
                "stories",
                "parse-feed",
                "extract"
            })
    void everyCommandHelps(String command) {
        var ended = run(command, "--help");
        assertThat(ended.code()).isZero();
        assertThat(ended.out().get(0)).startsWith("Usage: pointwatch " + command);
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void wrongUsageIsTwoAndAFailureIsOne() {
        assertThat(run("nonsense").code()).isEqualTo(2);
        assertThat(run("feeds").code()).isEqualTo(2);
        assertThat(run("demo", "--json").code()).isEqualTo(2);
        assertThat(run("dossier", "apply", "none.yaml", "--no-wait").code()).isEqualTo(2);
        var settings = run("fetch", "--set", "desk.prot=1", "--set", "fetch.threads=many");
        assertThat(settings.code()).isEqualTo(2);
        assertThat(settings.err()).contains("did you mean desk.port?").contains("'many' is not a whole number");
        var missing = run("dossier", "check", folder.resolve("none.yaml").toString());
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err().lines()).singleElement().asString().contains("none.yaml:1:1: no file");
    }

    @Test
    void aDossierWithMistakesNamesThemAll() throws IOException {
        var file = Files.writeString(folder.resolve("d.yaml"), "id: A B\ntitel: x\n");
        var ended = run("dossier", "check", file.toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains(file + ":1:").contains(file + ":2:").contains("titel: unknown key");
    }

    @Test
    void analysisAnswersEachLineInItsPlace() throws IOException {
        var file = lines(
                "{\"id\":\"a\",\"title\":\"ä\",\"text\":\"" + TEXT
                        + "\",\"published\":\"2025-11-21T10:00:00Z\",\"x\":1}",
                "no json",
                "{\"id\":7,\"text\":\"\"}",
                "{\"id\":\"c\"}");
        var ended = run("analyze", file);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).hasSize(4);
        var point = ended.line(0).path("points").path(0);
        assertThat(point.path("point").stringValue()).isEqualTo("army-cap");
        assertThat(point.path("numbers").path("us-28").intValue()).isEqualTo(6);
        var evidence = point.path("evidence").path(0);
        assertThat(("ä\n\n" + TEXT)
                        .substring(
                                evidence.path("start").intValue(),
                                evidence.path("end").intValue()))
                .contains("army");
        assertThat(ended.line(0).has("note")).isFalse();
        assertThat(ended.line(1).path("error").stringValue()).startsWith("line 2: no JSON object");
        assertThat(ended.line(2).path("id").intValue()).isEqualTo(7);
        assertThat(ended.line(2).path("note").stringValue()).contains("empty text", "no date");
        assertThat(ended.line(3).path("id").stringValue()).isEqualTo("c");
        assertThat(ended.line(3).has("error")).isTrue();
    }

    @Test
    void analysisTellsTheLanguageWhateverIsClaimed() throws IOException {
        var file = lines(
                "{\"id\":1,\"title\":\"ä\",\"text\":\"" + TEXT + "\",\"language\":\"fr-FR\"}",
                "{\"id\":2,\"title\":\"28\",\"text\":\"1.2.\",\"language\":\"de_AT\"}",
                "{\"id\":3,\"title\":\"28\",\"text\":\"1.2.\",\"language\":\"klingon\"}",
                "{\"id\":4,\"title\":\"28\",\"text\":\"1.2.\",\"language\":4}");
        var ended = run("analyze", file);
        assertThat(ended.code()).isZero();
        assertThat(ended.line(0).path("language").stringValue()).isEqualTo("en");
        assertThat(ended.line(1).path("language").stringValue()).isEqualTo("de");
        assertThat(ended.line(2).path("language").isNull()).isTrue();
        assertThat(ended.line(2).path("note").stringValue()).contains("the language is unknown");
        assertThat(ended.line(3).path("note").stringValue()).contains("\"language\" is no string");
    }

    @Test
    void storiesAreJudgedAsOneSetWhateverTheOrder() throws IOException {
        var file = lines(
                story("late", "b.example", "2025-11-21T12:00:00Z"),
                story("undated", "c.example", ""),
                story("again", "a.example", "2025-11-21T11:00:00Z"),
                story("first", "a.example", "2025-11-21T10:00:00Z"),
                "{\"id\":\"other\",\"text\":\"Something else entirely.\",\"published\":\"2025-11-20T00:00:00Z\"}");
        var ended = run("stories", file);
        assertThat(ended.code()).isZero();
        assertThat(ended.out().stream().map(line -> Json.MAPPER.readTree(line)))
                .extracting(line -> line.path("id").stringValue() + " "
                        + line.path("relation").stringValue() + " "
                        + line.path("story").stringValue())
                .containsExactly(
                        "late copy first",
                        "undated copy first",
                        "again update first",
                        "first original first",
                        "other original other");
    }

    private static String story(String id, String outlet, String published) {
        return "{\"id\":\"%s\",\"outlet\":\"%s\",\"title\":\"t\",\"text\":\"%s\",\"published\":\"%s\"}"
                .formatted(id, outlet, TEXT, published);
    }

    @Test
    void parsedFeedsAreOneLineEach() throws IOException {
        var rss = Files.writeString(
                folder.resolve("ü.xml"),
                "<rss version=\"2.0\"><channel><title>T</title><item><title>A</title><link>https://e.example/a</link>"
                        + "<pubDate>Fri, 21 Nov 2025 10:00:00 +0100</pubDate></item></channel></rss>");
        var none = Files.writeString(folder.resolve("none.txt"), "hello");
        var ended = run("parse-feed", rss.toString(), none.toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.line(0).path("file").stringValue()).isEqualTo(rss.toString());
        assertThat(ended.line(0).path("items").path(0).path("published").stringValue())
                .isEqualTo("2025-11-21T09:00:00Z");
        assertThat(ended.line(1).path("items").isEmpty()).isTrue();
        assertThat(ended.line(1).path("problems").isEmpty()).isFalse();
        assertThat(run("parse-feed", folder.resolve("absent").toString()).code())
                .isEqualTo(1);
    }

    @Test
    void extractedArticlesAreOneLineEach() throws IOException {
        var text = "The envoys met for six hours on Saturday and agreed to meet again before the month is over.";
        var file = lines(
                "{\"id\":1,\"url\":\"https://a.example/2025/11/22/talks\",\"html\":\"<html lang=en><title>Talks | A</title>"
                        + "<h1>Talks</h1><p>" + text + "</p>\"}",
                "{\"id\":\"b\",\"html\":\"\"}",
                "{\"id\":3,\"html\":7}");
        var ended = run("extract", file);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.line(0).path("id").intValue()).isEqualTo(1);
        assertThat(ended.line(0).path("title").stringValue()).isEqualTo("Talks");
        assertThat(ended.line(0).path("text").stringValue()).isEqualTo(text);
        assertThat(ended.line(0).path("published").stringValue()).isEqualTo("2025-11-22T00:00:00Z");
        assertThat(ended.line(0).path("publishedSource").stringValue()).isEqualTo("page-url");
        assertThat(ended.line(0).path("language").stringValue()).isEqualTo("en");
        assertThat(ended.line(0).path("author").isNull()).isTrue();
        assertThat(ended.line(1).path("note").stringValue()).isEqualTo("no article found on the page");
        assertThat(ended.line(2).path("error").stringValue()).contains("\"html\" is missing or no string");
    }

    @Test
    void aDryImportCountsTheAddressesOfAList() throws IOException {
        var opml = Files.writeString(
                folder.resolve("l.opml"),
                "<opml><body><outline xmlUrl=\"https://a.example/f\"/><outline xmlUrl=\"https://a.example/f\"/>"
                        + "<outline xmlUrl=\"nonsense\"/></body></opml>");
        var ended = run("feeds", "import", "--dry-run", opml.toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.line(0).path("feeds").intValue()).isEqualTo(2);
        assertThat(ended.line(0).path("problems").isEmpty()).isFalse();
    }

    private String lines(String... lines) throws IOException {
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
