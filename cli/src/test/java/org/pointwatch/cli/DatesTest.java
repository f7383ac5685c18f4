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
import org.pointwatch.cli.term.Talk;

import static org.assertj.core.api.Assertions.assertThat;

/** The command {@code dates}: its answers, and what it makes of input that is not as it should be. */
final class DatesTest {
    @TempDir
    private Path folder;

    private record Ended(int code, List<String> out) {}

    @Test
    void tellsEachExpressionWithItsDays() throws IOException {
        var ended =
                dates("{\"id\":\"a\",\"text\":\"They have until Thursday.\",\"reference\":\"2025-11-23T10:00:00\"}");
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .containsExactly("{\"id\":\"a\",\"expressions\":[{\"start\":10,\"end\":24,\"text\":\"until Thursday\","
                        + "\"from\":null,\"to\":\"2025-11-27\",\"precision\":\"day\"}]}");
    }

    @Test
    void readsOtherLanguagesWithoutBeingTold() throws IOException {
        var ended = dates(
                "{\"id\":1,\"text\":\"Київ має відповісти до четверга.\",\"reference\":\"2025-11-23T10:00:00\"}",
                "{\"id\":2,\"text\":\"Rendez-vous le 27 novembre 2025.\",\"reference\":\"2025-11-23T10:00:00\"}");
        assertThat(ended.out().get(0)).contains("\"to\":\"2025-11-27\"");
        assertThat(ended.out().get(1)).contains("\"text\":\"27 novembre 2025\"");
    }

    @Test
    void notesWhatIsMissingOrAbsurdAndGoesOn() throws IOException {
        var ended = dates(
                "{\"id\":1,\"text\":\"on Thursday\"}",
                "{\"id\":2,\"text\":\"on Thursday\",\"reference\":\"9999-01-01\"}",
                "{\"id\":3,\"text\":\"\",\"reference\":\"yesterday\"}",
                "{\"id\":4,\"text\":\"on May 3, 2026\",\"reference\":\"2025-11-23\",\"zone\":\"Mars/Olympus\"}",
                "{\"id\":5,\"text\":\"on 31 February 2026\",\"reference\":\"2025-11-23\"}");
        assertThat(ended.code()).isZero();
        assertThat(ended.out().get(0)).contains("\"from\":null,\"to\":null", "\"note\":\"no reference");
        assertThat(ended.out().get(1)).contains("\"note\":\"the reference cannot be used: 9999-01-01\"");
        assertThat(ended.out().get(2)).contains("\"expressions\":[]", "empty text", "yesterday");
        assertThat(ended.out().get(3)).contains("2026-05-03", "there is no time zone Mars/Olympus");
        assertThat(ended.out().get(4)).isEqualTo("{\"id\":5,\"expressions\":[]}");
    }

    @Test
    void failsAtTheEndIfALineIsBad() throws IOException {
        var ended = dates("{\"id\":1}", "[]", "{\"id\":3,\"text\":\"today\",\"reference\":\"2025-11-23\"}");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).hasSize(3);
        assertThat(ended.out().get(0)).contains("\"id\":1", "\"error\":");
        assertThat(ended.out().get(1)).contains("\"error\":");
        assertThat(ended.out().get(2)).contains("2025-11-23");
    }

    @Test
    void scoresAgainstGoldLines() throws IOException {
        var ended = run(
                "dates",
                "--score",
                "--misses",
                file(
                        "{\"id\":1,\"text\":\"from 2 to 10 July 2026\",\"reference\":\"2025-11-23\",\"expressions\":"
                                + "[{\"start\":0,\"end\":22,\"type\":\"daterange\",\"values\":[\"2026-07-02/2026-07-10\"]}]}",
                        "{\"id\":2,\"text\":\"today\",\"reference\":\"2025-11-23\",\"expressions\":"
                                + "[{\"start\":0,\"end\":5,\"type\":\"date\",\"values\":[\"2025-11-24\"]}]}"));
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).anyMatch(line -> line.matches("daterange +1 +1 +1 +0 +1.000"));
        assertThat(ended.out()).anyMatch(line -> line.matches("one calendar reading +2 +2 +1 +0 +0.500"));
    }

    private Ended dates(String... lines) throws IOException {
        return run("dates", file(lines));
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
