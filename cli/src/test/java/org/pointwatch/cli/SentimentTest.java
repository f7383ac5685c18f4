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

import static org.assertj.core.api.Assertions.assertThat;

/** The command {@code sentiment}: its answers, and what it makes of input that is not as it should be. */
final class SentimentTest {
    private static final Path GOLD = Path.of("..", "dossiers", "ukraine-peace-plan", "gold", "sentiment");

    @TempDir
    private Path folder;

    private record Ended(int code, List<String> out) {}

    @Test
    void judgesTwoTargetsOfOneSentenceApart() throws IOException {
        var text = "\"text\":\"The minister praised Finland as a reliable friend and condemned Belarus as a liar.\"";
        var ended = sentiment(
                "{\"id\":\"a\"," + text + ",\"start\":21,\"end\":28}",
                "{\"id\":\"b\"," + text + ",\"start\":64,\"end\":71}");
        assertThat(ended.code()).isZero();
        assertThat(ended.out().get(0)).startsWith("{\"id\":\"a\",\"label\":\"positive\",\"score\":0.");
        assertThat(ended.out().get(1)).startsWith("{\"id\":\"b\",\"label\":\"negative\",\"score\":-0.");
    }

    @Test
    void takesAllOfTheTextWithoutATarget() throws IOException {
        var ended = sentiment(
                "{\"id\":1,\"text\":\"It was a wonderful, joyful and great day for everyone.\"}",
                "{\"id\":2,\"text\":\"It was a terrible and shameful disaster.\"}");
        assertThat(ended.out().get(0)).contains("\"label\":\"positive\"");
        assertThat(ended.out().get(1)).contains("\"label\":\"negative\"");
    }

    @Test
    void tellsTheWordsThatCausedIt() throws IOException {
        var ended = run(
                "sentiment",
                "--causes",
                file("{\"id\":1,\"text\":\"Critics condemned Belarus.\",\"start\":18,\"end\":25}"));
        assertThat(ended.out().get(0)).contains("{\"text\":\"condemned\",\"start\":8,\"end\":17,\"weight\":-0.");
    }

    @Test
    void abstainsWithANoteAndGoesOn() throws IOException {
        var ended = sentiment(
                "{\"id\":1,\"text\":\"\"}",
                "{\"id\":2,\"text\":\"Hello.\",\"start\":50,\"end\":60}",
                "{\"id\":3,\"text\":\"Hello.\",\"start\":-5,\"end\":3}",
                "{\"id\":4,\"text\":\"Hello.\",\"start\":1e300,\"end\":1e301}",
                "{\"id\":5,\"text\":\"Президент раскритиковал план и союзников.\",\"start\":0,\"end\":9}",
                "{\"id\":6,\"text\":\"Der Plan\",\"start\":0,\"end\":3,\"language\":\"de\"}",
                "{\"id\":7,\"text\":\"...\"}");
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .hasSize(7)
                .allMatch(line -> line.contains("\"label\":\"neutral\",\"score\":0.0,\"note\":\""));
    }

    @Test
    void failsAtTheEndIfALineIsBad() throws IOException {
        var ended = sentiment(
                "{\"id\":1}",
                "[]",
                "{\"id\":3,\"text\":\"Hello.\",\"start\":\"0\",\"end\":5}",
                "{\"id\":4,\"text\":\"Hello.\",\"start\":0}",
                "{\"id\":5,\"text\":\"Hello.\",\"start\":0,\"end\":5}");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).hasSize(5);
        assertThat(ended.out().subList(0, 4)).allMatch(line -> line.contains("\"error\":"));
        assertThat(ended.out().get(4)).contains("\"label\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuning", "report"})
    void pointsAndStatesAreJudged(String half) {
        var ended = run("sentiment", "--score", GOLD.resolve(half + ".jsonl").toString());
        var last = ended.out().get(ended.out().size() - 1);
        assertThat(Double.parseDouble(last.replace("macro-F1 ", ""))).isGreaterThanOrEqualTo(0.72);
    }

    private Ended sentiment(String... lines) throws IOException {
        return run("sentiment", file(lines));
    }

    private String file(String... lines) throws IOException {
        var file = folder.resolve("lines.jsonl");
        Files.write(file, List.of(lines));
        return file.toString();
    }

    private static Ended run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var talk = new Talk(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        var code = Main.run(talk, args);
        return new Ended(code, out.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
