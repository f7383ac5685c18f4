// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.testkit.families.Families;

import static org.assertj.core.api.Assertions.assertThat;

/** How well stories are told, on made-up families and on gold data. What is measured stands in docs/quality.md. */
final class StoryScoreQualityTest {
    private static final Path GOLD = Path.of("..", "dossiers", "sample-world", "stories");

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void copiesOfFamiliesAreFoundAndNothingElse(long seed) throws IOException {
        // Stays there, so that it can be scored by hand.
        var file = Path.of("target", "families-" + seed + ".jsonl");
        try (var out = Files.newBufferedWriter(file)) {
            Families.writeJsonl(Families.of(seed).articles(), out);
        }
        var score = score(file);
        assertAtLeast(score.sameText(), 0.99, 0.97);
        assertThat(score.exact()).isGreaterThanOrEqualTo(score.sameText().right() * 99 / 100);
        assertThat(score.kinds())
                .allSatisfy((kind, hits) ->
                        assertThat(hits.right()).as(kind).isGreaterThanOrEqualTo((int) (hits.all() * 0.93)));
    }

    @Test
    void goldForTuning() {
        var score = score(GOLD.resolve("tuning.jsonl"));
        assertAtLeast(score.sameText(), 0.97, 0.95);
        assertAtLeast(score.rewrites(), 0.9, 0.75);
        assertThat(score.exact()).isGreaterThanOrEqualTo(score.sameText().right() - 2);
    }

    @Test
    void goldForReporting() {
        var score = score(GOLD.resolve("report.jsonl"));
        assertAtLeast(score.sameText(), 0.97, 0.95);
        assertAtLeast(score.rewrites(), 0.9, 0.65);
        assertThat(score.exact()).isGreaterThanOrEqualTo(score.sameText().right() - 1);
    }

    private static StoryScore score(Path file) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new StoryScoreRun(new Talk(nowhere, nowhere, false), file.toString()).judge();
    }

    private static void assertAtLeast(Hits hits, double precision, double recall) {
        assertThat(hits.precision()).as("precision of %s", hits).isGreaterThanOrEqualTo(precision);
        assertThat(hits.recall()).as("recall of %s", hits).isGreaterThanOrEqualTo(recall);
    }
}
