// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.ledger.SentimentSums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SentimentTest {
    @Test
    void labelsAsCoverageCounts() {
        for (int t = -1000; t <= 1000; t++) {
            var sums = SentimentSums.of(t);
            var label = Label.of(t);
            assertThat(sums.negative() == 1).isEqualTo(label == Label.NEGATIVE);
            assertThat(sums.neutral() == 1).isEqualTo(label == Label.NEUTRAL);
            assertThat(sums.positive() == 1).isEqualTo(label == Label.POSITIVE);
        }
    }

    @Test
    void theLikeliestLabelAndTheScoreAgree() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            var n = random.nextDouble();
            var o = random.nextDouble();
            var p = random.nextDouble();
            var sum = n + o + p;
            var label = Sentiment.of(n / sum, o / sum, p / sum, List.of()).label();
            var most = Math.max(n, Math.max(o, p));
            assertThat(label).isEqualTo(most == o ? Label.NEUTRAL : most == n ? Label.NEGATIVE : Label.POSITIVE);
        }
    }

    @Test
    void aTieOfNegativeAndPositiveIsNeutral() {
        assertThat(Sentiment.of(0.4, 0.2, 0.4, List.of()).thousandths()).isZero();
    }

    @Test
    void refusesALabelThatDoesNotGoWithTheScore() {
        assertThatThrownBy(() -> new Sentiment(Label.POSITIVE, 3, List.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
