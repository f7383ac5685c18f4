// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.SentimentMean;
import org.pointwatch.domain.ledger.SentimentSums;

@Says("Sentiment toward a target, one value an article, over originals and rewrites only.")
record Tone(
        @Says("Values.") long n,
        @Says("-1 to 1; null where n is below 5.") @Nullable Double mean,
        @Says("Low end of the 95 % confidence interval.") @Nullable Double low,
        @Says("High end of it.") @Nullable Double high,
        long negative,
        long neutral,
        long positive,
        @Says("Whether there are enough values for a mean.") boolean shown) {

    static Tone of(SentimentSums sums) {
        var mean = SentimentMean.of(sums);
        return new Tone(
                sums.n(),
                mean.mean(),
                mean.low(),
                mean.high(),
                sums.negative(),
                sums.neutral(),
                sums.positive(),
                mean.shown());
    }
}
