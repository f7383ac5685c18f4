// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SurgeTest {
    @Test
    void asExpectedIsZero() {
        assertThat(Surge.of(0, 0, 4)).isZero();
        assertThat(Surge.of(250, 250, 0.25)).isZero();
    }

    @Test
    void oneArticleOutOfNowhereIsNoSensation() {
        assertThat(Surge.of(1, 0, 4)).isBetween(0.5, 1.5);
        assertThat(Surge.of(10, 0, 4)).isGreaterThan(4);
        assertThat(Surge.of(0, 10, 4)).isLessThan(-4);
    }

    @Test
    void aBaselineOfFewerWeeksCountsForLess() {
        assertThat(Surge.of(100, 50, 1)).isLessThan(Surge.of(100, 50, 4));
    }

    @Test
    void itsUnitIsTheStandardDeviationOfPoissonCounts() {
        for (var weeks : new int[] {1, 2, 4}) {
            assertThat(deviation(weeks)).isCloseTo(1, within(0.03));
        }
    }

    private static double deviation(int weeks) {
        var random = new Random(weeks);
        var rounds = 20_000;
        var squares = 0.0;
        for (var round = 0; round < rounds; round++) {
            var expected = 0.0;
            for (var week = 0; week < weeks; week++) {
                expected += poisson(random) / (double) weeks;
            }
            var surge = Surge.of(poisson(random), expected, weeks);
            squares += surge * surge;
        }
        return Math.sqrt(squares / rounds);
    }

    /** Of mean 12: arrivals before the sum of exponential gaps reaches 12. */
    private static int poisson(Random random) {
        var arrivals = 0;
        for (var time = random.nextExponential(); time < 12; time += random.nextExponential()) {
            arrivals++;
        }
        return arrivals;
    }
}
