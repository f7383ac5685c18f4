// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class SentimentSumsTest {
    @ParameterizedTest
    @CsvSource({
        "-1000, 1, 0, 0",
        "-101, 1, 0, 0",
        "-100, 0, 1, 0",
        "0, 0, 1, 0",
        "100, 0, 1, 0",
        "101, 0, 0, 1",
        "1000, 0, 0, 1"
    })
    void sortsASentimentIntoOneOfThreeKinds(int thousandths, long negative, long neutral, long positive) {
        assertThat(SentimentSums.of(thousandths))
                .isEqualTo(new SentimentSums(
                        1, thousandths, (long) thousandths * thousandths, negative, neutral, positive));
    }

    @Test
    void losesNothingWhenReversed() {
        var sum = SentimentSums.of(-333).plus(SentimentSums.of(777)).plus(SentimentSums.of(0));
        assertThat(sum.plus(sum.negated())).isEqualTo(SentimentSums.ZERO);
        assertThat(sum).isEqualTo(new SentimentSums(3, 444, 333L * 333 + 777L * 777, 1, 1, 1));
    }
}
