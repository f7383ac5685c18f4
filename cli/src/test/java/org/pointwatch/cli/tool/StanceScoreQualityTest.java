// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.term.Talk;

import static org.assertj.core.api.Assertions.assertThat;

/** How well stances are told on gold lines. What is measured stands in docs/quality.md. */
final class StanceScoreQualityTest {
    private static final Path GOLD = Path.of("..", "dossiers", "ukraine-peace-plan", "gold", "stances");

    @ParameterizedTest
    @CsvSource({
        "tuning, 118, 0.95",
        "report, 116, 0.85",
        "prose, 55, 0.55",
        "blind, 73, 0.65",
        "blind2, 181, 0.4",
        "kinds, 49, 0.85",
        "forms, 92, 0.8",
        "long, 58, 0.35"
    })
    void whatIsToldIsRight(String half, int statements, double recall) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var scoring = new StanceScoring(
                new Talk(nowhere, nowhere, false), Dossiers.load(null).dossier());
        scoring.read(List.of(GOLD.resolve(half + ".jsonl")));
        var all = scoring.all();
        assertThat(all.statements()).isEqualTo(statements);
        assertThat(all.hits().precision()).as("%s", all).isGreaterThanOrEqualTo(0.9);
        assertThat(all.hits().recall()).as("%s", all).isGreaterThanOrEqualTo(recall);
    }

    @Test
    void countsWhatIsWrongMissedAndNotAskedFor(@TempDir Path directory) throws IOException {
        var gold = directory.resolve("gold.jsonl");
        Files.writeString(
                gold,
                """
                {"id":"1","language":"en","text":"Russia supports a full amnesty.","stances":[{"actor":"russia","point":"amnesty","stance":"oppose"}]}
                {"id":"2","language":"en","text":"Russia spoke of an amnesty.","stances":[{"actor":"russia","point":"amnesty","stance":"support"}]}
                {"id":"3","language":"en","text":"Russia supports a full amnesty.","stances":[]}
                {"id":"4","language":"en","text":"x","stances":[{"actor":"russia","point":"amnesty","stance":"maybe"}]}
                """);
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var scoring = new StanceScoring(
                new Talk(new PrintStream(out, true), new PrintStream(err, true), false),
                Dossiers.load(null).dossier());
        scoring.read(List.of(gold));

        assertThat(scoring.print(true)).isFalse();
        assertThat(scoring.all()).isEqualTo(new StanceScoring.Sheet(2, 1, new Hits(0, 2, 2)));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "+ russia|amnesty: oppose, found support",
                        "- russia|amnesty: support, found none",
                        "not asked for");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("gold.jsonl:4", "support, oppose, conditional or unknown");
    }
}
