// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class SentimentMeanTest {
    private static SentimentMean of(int... thousandths) {
        var sums = SentimentSums.ZERO;
        for (var value : thousandths) {
            sums = sums.plus(SentimentSums.of(value));
        }
        return SentimentMean.of(sums);
    }

    /** From the printed tables of Student's t. */
    @ParameterizedTest
    @CsvSource({"4, 2.776", "5, 2.571", "9, 2.262", "29, 2.045", "1000, 1.962"})
    void knowsStudentsQuantiles(long freedom, double table) {
        assertThat(SentimentMean.quantile(freedom)).isCloseTo(table, within(table * 0.003));
    }

    /** Mean 200, standard deviation 158.114: the interval reaches 2.776 * 158.114 / sqrt(5) = 196.3 to either side. */
    @Test
    void givesAMeanWithItsInterval() {
        var mean = of(0, 100, 200, 300, 400);
        assertThat(mean.shown()).isTrue();
        assertThat(mean.mean()).isEqualTo(0.2);
        assertThat(mean.low()).isCloseTo(0.004, within(0.0011));
        assertThat(mean.high()).isCloseTo(0.396, within(0.0011));
    }

    @Test
    void hidesAMeanOfTooFew() {
        assertThat(of(500, 500, 500, 500)).isEqualTo(new SentimentMean(4, null, null, null));
        assertThat(of().shown()).isFalse();
    }

    @Test
    void staysWithinTheScale() {
        var mean = of(1000, 1000, 1000, 1000, -1000);
        assertThat(mean.high()).isEqualTo(1);
        assertThat(mean.low()).isGreaterThanOrEqualTo(-1);
        assertThat(of(0, 0, 0, 0, 0)).isEqualTo(new SentimentMean(5, 0.0, 0.0, 0.0));
        assertThat(String.valueOf(SentimentMean.of(5, -1, 1).mean())).isEqualTo("0.0");
    }
}
