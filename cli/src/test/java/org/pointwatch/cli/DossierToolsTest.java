// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The tools of those who write rules. */
final class DossierToolsTest {
    private static final String DOSSIER =
            """
            id: quarrel
            title: A quarrel
            label: "1"
            languages: [en]
            gate:
              en: ['norland* AND treaty']
            points:
              - id: army-cap
                title: The army
                rules:
                  en:
                    - 'army NEAR/3 (cap OR limit)'
              - id: elections
                title: Elections
                rules:
                  en:
                    - elections
            actors:
              - id: smith
                name: Ann Smith
                kind: person
                aliases:
                  en:
                    names: [Ann Smith]
            """;

    @TempDir
    private Path folder;

    private String dossier = "";

    private record Ended(int code, List<String> out, String err) {
        JsonNode json() {
            return Json.MAPPER.readTree(out.get(0));
        }
    }

    @BeforeEach
    void writeDossier() throws IOException {
        dossier = Files.writeString(folder.resolve("d.yaml"), DOSSIER).toString();
    }

    @Test
    void scoreCountsLinesAndListsMisses() throws IOException {
        var gold = lines(
                gold("right", "sentence", "They would limit the army, said Ann Smith.", "\"army-cap\"", "\"smith\""),
                gold("extra", "sentence", "Elections in Peru.", "", ""),
                gold("missed", "sentence", "A cap on soldiers.", "\"army-cap\"", ""),
                gold("gated", "article", "A cap on the army.", "\"army-cap\"", ""));
        var ended = run("dossier", "score", "--dossier", dossier, "--misses", gold);
        assertThat(ended.code()).isZero();
        assertThat(String.join("\n", ended.out()))
                .contains("extra  (" + gold + ":2)")
                .contains("+ point elections  elections/en/1 at \"Elections\"")
                .contains("- point army-cap")
                .contains("4 gold lines, 3 wrong")
                .doesNotContain("right  (");
        assertThat(run("dossier", "score", "--dossier", dossier, "--only", "elections", gold)
                        .out())
                .noneMatch(line -> line.startsWith("missed  "));
    }

    @Test
    void scoreAsJsonIsTheSameEachTime() throws IOException {
        var gold = lines(gold("a", "sentence", "A limit for the army.", "\"army-cap\"", "\"smith\""));
        var ended = run("dossier", "score", "--dossier", dossier, "--json", "--misses", gold);
        assertThat(ended.out()).hasSize(1);
        var json = ended.json();
        assertThat(json.path("points").path("micro").path("tp").intValue()).isOne();
        assertThat(json.path("actors").path("by").path("smith").path("fn").intValue())
                .isOne();
        assertThat(json.path("points").path("by").path("elections").path("f1").isNull())
                .isTrue();
        assertThat(json.path("misses").path(0).path("id").stringValue()).isEqualTo("a");
        assertThat(run("dossier", "score", "--dossier", dossier, "--json", "--misses", gold)
                        .out())
                .isEqualTo(ended.out());
    }

    @Test
    void badGoldLinesAreNamedAndTheRestIsScored() throws IOException {
        var gold = lines(
                gold("a", "sentence", "No army limit.", "\"army-cap\"", ""),
                gold("b", "sentence", "x", "\"amry-cap\"", ""),
                gold("c", "chapter", "x", "", ""),
                "nonsense",
                "{\"id\":\"e\",\"scope\":\"sentence\",\"points\":[],\"actors\":[]}");
        var ended = run(
                "dossier", "score", "--dossier", dossier, folder.resolve("gold").toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains(gold + ":2: \"points\" names \"amry-cap\"")
                .contains(gold + ":3: \"scope\"")
                .contains(gold + ":4: no JSON object")
                .contains(gold + ":5: \"text\"");
        assertThat(String.join("\n", ended.out())).contains("1 gold lines, 0 wrong");
    }

    private static String gold(String id, String scope, String text, String points, String actors) {
        return "{\"id\":\"%s\",\"language\":\"en\",\"scope\":\"%s\",\"title\":\"T\",\"text\":\"%s\",\"points\":[%s],\"actors\":[%s]}"
                .formatted(id, scope, text, points, actors);
    }

    private String lines(String... lines) throws IOException {
        Files.createDirectories(folder.resolve("gold"));
        return Files.write(folder.resolve("gold/in.jsonl"), List.of(lines)).toString();
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
