// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.streams.Stage.NOON;
import static org.pointwatch.streams.Stage.revision;

/** What comes out at {@code rolling}; the stage's clock stands at six in the evening. */
class RollingWindowsTest {
    private static final String CAP =
            """
            Aides of Donald Trump said on Saturday that the draft would cap the country's army at 600,000 soldiers.
            Officials in two capitals described the limit as the hardest part of the whole document on Ukraine to sell.
            """;
    private static final String FOOTBALL =
            """
            The home side won by two goals on a wet evening in front of a crowd that had waited all autumn for a victory.
            """;
    private static final int DAY = 24 * 60;

    private Stage stage;
    private int articles;

    @BeforeEach
    void open(@TempDir Path directory) {
        stage = new Stage(directory);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void windowsSlideWhenNothingArrives() {
        arrives("a.example", 350, CAP);
        assertThat(numbers("point:army-cap@1h")).isEqualTo("1 article of 1 outlet, before 0 of 0");

        stage.later(Duration.ofHours(1));
        assertThat(numbers("point:army-cap@1h")).isEqualTo("0 article of 0 outlet, before 1 of 1");
        assertThat(numbers("point:army-cap@6h")).isEqualTo("1 article of 1 outlet, before 0 of 0");

        stage.later(Duration.ofHours(9));
        assertThat(numbers("point:army-cap@6h")).isEqualTo("0 article of 0 outlet, before 1 of 1");

        stage.later(Duration.ofDays(57));
        assertThat(stage.last(Topics.ROLLING)).isEmpty();
    }

    @Test
    void aTargetIsUpdatedOnceAMinuteAtMost() {
        arrives("a.example", 350, CAP);
        var first = rolling("all@1h").asOf();
        stage.arrivesAtOnce(next("b.example", 351, FOOTBALL));
        stage.passes(Duration.ofSeconds(2));
        stage.later(Duration.ofSeconds(59));
        assertThat(rolling("all@1h").asOf()).isEqualTo(first);

        stage.later(Duration.ofSeconds(1));
        assertThat(rolling("all@1h").asOf()).isEqualTo(first.plusSeconds(60));
        assertThat(numbers("all@1h")).isEqualTo("2 article of 2 outlet, before 0 of 0");
    }

    @Test
    void shareIsOfTheNewestRecordOfAll() {
        arrives("a.example", 350, FOOTBALL);
        arrives("b.example", 351, FOOTBALL);
        var all = rolling("all@1h");
        arrives("c.example", 352, CAP);

        var cap = rolling("point:army-cap@1h");
        assertThat(cap.share()).isEqualTo(0.5);
        assertThat(cap.shareAsOf()).isEqualTo(all.asOf());
        assertThat(rolling("all@1h").share()).isNull();

        stage.later(Duration.ofMinutes(15));
        assertThat(rolling("point:army-cap@1h").share()).isEqualTo(0.333333);
    }

    @Test
    void aBaselineNeedsFourteenDays() {
        arrives("a.example", 0, FOOTBALL);
        for (var i = 0; i < 2; i++) {
            arrives("a.example", 8 * DAY, FOOTBALL);
        }
        stage.later(Duration.ofDays(13));
        assertThat(rolling("all@24h").baseline()).isNull();
        assertThat(rolling("all@24h").surge()).isNull();

        for (var i = 0; i < 5; i++) {
            arrives("a.example", 15 * DAY, FOOTBALL);
        }
        stage.later(Duration.between(
                rolling("all@24h").asOf(), NOON.plus(Duration.ofDays(15)).plusSeconds(60)));
        assertThat(rolling("all@24h").counts().articles()).isEqualTo(5);
        assertThat(rolling("all@24h").baseline()).isEqualTo(1);
        assertThat(rolling("all@24h").surge()).isEqualTo(1.87);
        assertThat(rolling("all@7d").baseline()).isEqualTo(2);
        assertThat(rolling("all@7d").surge()).isEqualTo(1.1);
        assertThat(rolling("all@28d").baseline()).isNull();
    }

    @Test
    void outletsOfOldBucketsAreFrozen() {
        arrives("a.example", 0, FOOTBALL);
        arrives("b.example", 1, FOOTBALL);
        stage.later(Duration.ofDays(62));
        stage.passes(Duration.ofDays(62));
        arrives("c.example", 2, FOOTBALL);

        var coverage = stage.last(Topics.COVERAGE).get("all@" + NOON);
        assertThat(coverage.articles()).isEqualTo(3);
        assertThat(coverage.outlets()).isEqualTo(2);
        assertThat(stage.meters.counter("pointwatch_outlets_frozen_total").count())
                .isEqualTo(1);
    }

    private void arrives(String outlet, int minute, String text) {
        stage.arrives(next(outlet, minute, text));
        stage.passes(Duration.ofSeconds(2));
    }

    private Revision next(String outlet, int minute, String text) {
        articles++;
        var url = "https://" + outlet + "/" + articles;
        return revision(url, outlet, minute, minute + 1, "News number " + articles, text);
    }

    private Rolling rolling(String key) {
        return stage.last(Topics.ROLLING).get(key);
    }

    private String numbers(String key) {
        var r = rolling(key);
        return "%d article of %d outlet, before %d of %d"
                .formatted(
                        r.counts().articles(),
                        r.counts().outlets(),
                        r.previous().articles(),
                        r.previous().outlets());
    }
}
