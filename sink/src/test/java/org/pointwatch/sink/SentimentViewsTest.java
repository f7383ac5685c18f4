// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.SentimentMean;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.Rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.pointwatch.sink.Samples.NOON;

/** Means in the views are those of the domain, and none is shown of a few stories. */
@Tag("broker")
class SentimentViewsTest {
    private static final String CAP = "point:army-cap";

    /** Of sums: the mean hangs between two thousandths, where the two may round apart. */
    private static final double A_THOUSANDTH = 0.00101;

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private Direct direct;

    @BeforeEach
    void open() throws SQLException {
        direct = new Direct(POSTGRES, POSTGRES.freshDatabase(), new Keep(Duration.ZERO, InstantSource.system()));
    }

    @AfterEach
    void close() throws SQLException {
        direct.close();
    }

    private static SentimentSums sums(int... thousandths) {
        return Arrays.stream(thousandths).mapToObj(SentimentSums::of).reduce(SentimentSums.ZERO, SentimentSums::plus);
    }

    private void covered(Instant bucket, SentimentSums own, SentimentSums quoted) throws SQLException {
        var coverage = Coverage.of(CAP, bucket, new Counts(9, 9, 0, 0, own, quoted), 1);
        direct.put(Topics.COVERAGE, Samples.key(coverage), coverage);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void aDayHasItsMeanAndInterval() throws SQLException {
        covered(NOON, sums(50, -200, -200), sums(300, 300, 300, 300));
        covered(NOON.plusSeconds(900), sums(-200, -450), SentimentSums.ZERO);
        direct.store();

        assertThat(direct.query("SELECT own_n, sentiment_own, own_low, own_high FROM coverage_by_day"))
                .containsExactly(List.of(number("5"), number("-0.200"), number("-0.419"), number("0.019")));
        assertThat(direct.query("SELECT quoted_n, sentiment_quoted, quoted_low, quoted_high FROM coverage_by_day"))
                .containsExactly(Arrays.asList(number("4"), null, null, null));
    }

    @Test
    void aMeanComesAndGoesWithItsStories() throws SQLException {
        covered(NOON, sums(-100, -200, -300, -400, -500), SentimentSums.ZERO);
        direct.store();
        assertThat(direct.query("SELECT sentiment_own FROM coverage_by_day"))
                .containsExactly(List.of(number("-0.300")));

        covered(NOON, sums(-100, -200, -300, -400), SentimentSums.ZERO);
        direct.store();
        assertThat(direct.query("SELECT own_n, sentiment_own FROM coverage_by_day"))
                .containsExactly(Arrays.asList(number("4"), null));
    }

    @Test
    void aWindowStandsBesideTheOneBefore() throws SQLException {
        var now = new Coverage.Sentiment(sums(-500, -500, -500, -500, -500, -600), sums(200));
        var before = new Coverage.Sentiment(sums(100, 100, 100, 100, 100), SentimentSums.ZERO);
        direct.put(
                Topics.ROLLING,
                CAP + "@7d",
                new Rolling(
                        CAP,
                        "7d",
                        NOON,
                        new Rolling.WindowCounts(9, 9, 0, 0, 1, now),
                        new Rolling.WindowCounts(9, 9, 0, 0, 1, before),
                        null,
                        null,
                        null,
                        null));
        direct.store();

        assertThat(direct.query("SELECT voice, n, mean, low, high, negative, previous_mean, previous_n"
                        + " FROM rolling_sentiment ORDER BY voice"))
                .containsExactly(
                        List.of(
                                "own",
                                6L,
                                number("-0.517"),
                                number("-0.559"),
                                number("-0.474"),
                                6L,
                                number("0.100"),
                                5L),
                        Arrays.asList("quoted", 1L, null, null, null, 0L, null, 0L));
    }

    @Test
    void theFunctionIsTheDomains() throws SQLException {
        var random = new Random(11);
        for (var round = 0; round < 200; round++) {
            var s = sums(random.ints(random.nextInt(40), -1_000, 1_001).toArray());
            var sql = direct.query("SELECT (mean_sentiment(%d, %d, %d)).*".formatted(s.n(), s.sum(), s.sumOfSquares()));
            var domain = SentimentMean.of(s);
            var expected = Arrays.asList(domain.mean(), domain.low(), domain.high());
            if (!domain.shown()) {
                assertThat(sql).containsExactly(Arrays.asList(null, null, null));
            } else {
                for (var i = 0; i < expected.size(); i++) {
                    var told = ((BigDecimal) sql.get(0).get(i)).doubleValue();
                    assertThat(told).isCloseTo(expected.get(i), within(A_THOUSANDTH));
                }
            }
        }
    }

    @Test
    void sumsBeyondEveryLongSquareAreComputed() throws SQLException {
        var sums = "1000000000000, -500000000000000, 300000000000000000";
        assertThat(direct.query("SELECT mean, low, high FROM mean_sentiment(" + sums + ")"))
                .containsExactly(List.of(number("-0.500"), number("-0.500"), number("-0.500")));
    }
}
