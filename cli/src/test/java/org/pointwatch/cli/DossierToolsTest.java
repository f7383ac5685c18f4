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

    @Test
    void missesSayWhatCameNearest() throws IOException {
        var gold = lines(
                gold("far", "sentence", "The army of the north had no cap, said Smith.", "\"army-cap\"", "\"smith\""),
                gold("gate", "article", "A cap on the army.", "\"army-cap\"", ""));
        var out = String.join(
                "\n",
                run("dossier", "score", "--dossier", dossier, "--misses", gold).out());
        assertThat(out)
                .contains("\"army\" and \"cap\" are 5 words apart, at most 3 are allowed")
                .contains("no name of it occurs")
                .contains("! the gate is closed")
                .contains("army-cap/en/1  would match behind an open gate");
    }

    @Test
    void explainTellsTheGateTheMatchesAndTheNearestMisses() {
        var text = "Norland signs no treaty. They cap the army, said Ann Smith. The election was over.";
        var ended = run("dossier", "explain", dossier, "--text", text, "--language", "en");
        assertThat(ended.code()).isZero();
        assertThat(String.join("\n", ended.out()))
                .contains("Gate: open")
                .contains("They [cap the army], said Ann Smith.")
                .contains("+ smith/en/Ann Smith");
        var one = run("dossier", "explain", "--dossier", dossier, "--text", "A cap.", "--point", "army-cap");
        assertThat(String.join("\n", one.out()))
                .contains("Gate: closed")
                .contains("- army-cap/en/1  33 % of it in")
                .contains("A [cap].")
                .contains("lacking: army does not occur");
    }

    @Test
    void explainAsJsonHoldsEveryRule() {
        var ended = run(
                "dossier", "explain", dossier, "--json", "--title", "Elections", "--text", "No.", "--language", "en");
        var json = ended.json();
        assertThat(json.path("gate").path("opening").stringValue()).isEqualTo("closed");
        assertThat(json.path("rules")).hasSize(2);
        assertThat(json.path("rules").path(0).path("nearest").isNull()).isTrue();
        assertThat(json.path("rules")
                        .path(1)
                        .path("matches")
                        .path(0)
                        .path("end")
                        .intValue())
                .isEqualTo("Elections".length());
    }

    @Test
    void explainNeedsATextAndAPointThatIsThere() {
        assertThat(run("dossier", "explain", dossier).code()).isEqualTo(2);
        var unknown = run("dossier", "explain", dossier, "--text", "x", "--point", "cap");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("no such point", "army-cap, elections");
        assertThat(run("dossier", "explain", dossier, "--dossier", dossier, "--text", "x")
                        .code())
                .isEqualTo(2);
        assertThat(run("dossier", "explain", "--text", "", "--language", "xx").out())
                .anyMatch(line -> line.contains("does not know the language xx"));
    }

    @Test
    void diffListsMentionsGainedAndLost() throws IOException {
        var changed =
                dossier(DOSSIER.replace("- elections", "- ballots").replace("[Ann Smith]", "[Ann Smith, Treaty]"));
        var articles = lines(
                article("a", "Norland votes on the treaty. The elections were fair. Ballots were counted."),
                article("same", "Norland signs a pact, and an army limit."),
                "{\"id\":\"bad\"}",
                article("b", "Norland has a Treaty: elections."));
        var ended = run("dossier", "diff", dossier, changed, "--articles", articles);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out())
                .containsExactly(
                        "{\"id\":\"a\",\"points\":{\"gained\":[{\"point\":\"elections\",\"rule\":\"elections/en/1\","
                                + "\"sentence\":\"Ballots were counted.\"}],\"lost\":[{\"point\":\"elections\","
                                + "\"rule\":\"elections/en/1\",\"sentence\":\"The elections were fair.\"}]},"
                                + "\"actors\":{\"gained\":[],\"lost\":[]}}",
                        "{\"id\":\"bad\",\"error\":\"line 3: \\\"text\\\" is missing or no string\"}",
                        "{\"id\":\"b\",\"points\":{\"gained\":[],\"lost\":[{\"point\":\"elections\","
                                + "\"rule\":\"elections/en/1\",\"sentence\":\"Norland has a Treaty: elections.\"}]},"
                                + "\"actors\":{\"gained\":[{\"actor\":\"smith\",\"rule\":\"smith/en/Treaty\","
                                + "\"sentence\":\"Norland has a Treaty: elections.\"}],\"lost\":[]}}");
        assertThat(ended.err())
                .contains("3 articles, 2 tagged otherwise")
                .containsPattern("point elections +mentions \\+1 -2, articles \\+0 -1")
                .containsPattern("actor smith +mentions \\+1 -0, articles \\+1 -0");
    }

    @Test
    void diffOfOneDossierWithItselfIsEmpty() throws IOException {
        var articles = lines(article("a", "Norland signs a treaty on elections."));
        var ended = run("dossier", "diff", dossier, dossier, "--articles", articles);
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).isEmpty();
        assertThat(run("dossier", "diff", dossier, dossier).out()).isEmpty();
    }

    @Test
    void diffWithoutArticlesListsRules() throws IOException {
        var changed = dossier(DOSSIER.replace("- 'army NEAR", "- barracks\n        - 'army NEAR")
                .replace("- elections\n", "- election*\n")
                .replace("[Ann Smith]", "[Smith]"));
        var ended = run("dossier", "diff", dossier, changed);
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .containsExactly(
                        "{\"change\":\"added\",\"kind\":\"rule\",\"of\":\"army-cap\",\"language\":\"en\","
                                + "\"id\":\"army-cap/en/1\",\"before\":null,\"after\":\"barracks\"}",
                        "{\"change\":\"changed\",\"kind\":\"rule\",\"of\":\"elections\",\"language\":\"en\","
                                + "\"id\":\"elections/en/1\",\"before\":\"elections\",\"after\":\"election*\"}",
                        "{\"change\":\"added\",\"kind\":\"name\",\"of\":\"smith\",\"language\":\"en\","
                                + "\"id\":\"Smith\",\"before\":null,\"after\":\"Smith\"}",
                        "{\"change\":\"removed\",\"kind\":\"name\",\"of\":\"smith\",\"language\":\"en\","
                                + "\"id\":\"Ann Smith\",\"before\":\"Ann Smith\",\"after\":null}");
        assertThat(ended.err()).contains("2 added, 1 removed, 1 changed");
    }

    private String dossier(String yaml) throws IOException {
        return Files.writeString(folder.resolve("changed.yaml"), yaml).toString();
    }

    private static String article(String id, String text) {
        return "{\"id\":\"%s\",\"language\":\"en\",\"title\":\"The treaty\",\"text\":\"%s\"}".formatted(id, text);
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
