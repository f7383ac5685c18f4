// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.term.Talk;

import static org.assertj.core.api.Assertions.assertThat;

/** How well deadlines are found on gold sentences. What is measured stands in docs/quality.md. */
final class DeadlineScoreQualityTest {
    private static final Path GOLD = Path.of("..", "dossiers", "ukraine-peace-plan", "gold", "deadlines");

    @ParameterizedTest
    @ValueSource(strings = {"tuning", "report"})
    void deadlinesAreFoundOnTheirDays(String half) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var scoring = new DeadlineScoring(
                new Talk(nowhere, nowhere, false), Dossiers.load(null).dossier());
        scoring.read(List.of(GOLD.resolve(half)));
        var score = scoring.score();
        assertThat(score.lines()).isGreaterThanOrEqualTo(125);
        assertThat(score.all().f1()).as("%s", score.all()).isGreaterThanOrEqualTo(0.9);
        assertThat(score.dayShare()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.statusShare()).isGreaterThanOrEqualTo(0.85);
    }
}
