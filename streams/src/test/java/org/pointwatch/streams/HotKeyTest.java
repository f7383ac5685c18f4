// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.streams.Stage.revision;

class HotKeyTest {
    private static final int ARTICLES = 400;

    /** Nine of ten of one outlet, the tenth each of its own; all of one quarter of an hour, so that all post to one key. */
    private static Revision article(int number) {
        var outlet = number % 10 == 0 ? "small" + number + ".example" : "hot.example";
        var words = "word" + number + "a word" + number + "b word" + number + "c word" + number + "d ";
        return revision(
                "https://" + outlet + "/" + number,
                outlet,
                number % 10,
                11,
                "Title " + number,
                words.repeat(6) + "end.");
    }

    @Test
    void case104_aSourceWithMostOfTheArticlesIsNoHotKeyAndStarvesNobody(@TempDir Path directory) {
        try (var stage = new Stage(directory)) {
            stage.arriveTogether(
                    IntStream.range(0, ARTICLES).mapToObj(HotKeyTest::article).toList());
            for (var second = 0; second < 5; second++) {
                stage.passes(Duration.ofSeconds(1));
            }
            assertThat(stage.last(Topics.FINDINGS)).hasSize(ARTICLES);
            assertThat(stage.counts("all")).startsWith(ARTICLES + "/");
            assertThat(stage.last(Topics.COVERAGE)
                            .get("all@2025-11-22T12:00:00Z")
                            .outlets())
                    .isEqualTo(1 + ARTICLES / 10);
            assertThat(stage.written(Topics.COVERAGE, "all@2025-11-22T12:00:00Z"))
                    .as("deltas are added up and passed on about once a second")
                    .isBetween(1, 5);
            assertThat(stage.conservationDifference()).isZero();
        }
    }
}
