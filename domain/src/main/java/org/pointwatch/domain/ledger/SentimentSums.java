// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

/** Integer sums over sentiments in thousandths: posted and reversed without loss. */
public record SentimentSums(long n, long sum, long sumOfSquares, long negative, long neutral, long positive) {
    public static final SentimentSums ZERO = new SentimentSums(0, 0, 0, 0, 0, 0);

    /** Within this distance of zero (in thousandths) a sentiment is neutral. */
    public static final int NEUTRAL_BAND = 100;

    public static SentimentSums of(int thousandths) {
        long square = (long) thousandths * thousandths;
        var negative = thousandths < -NEUTRAL_BAND ? 1 : 0;
        var positive = thousandths > NEUTRAL_BAND ? 1 : 0;
        return new SentimentSums(1, thousandths, square, negative, 1 - negative - positive, positive);
    }

    public SentimentSums plus(SentimentSums o) {
        return new SentimentSums(
                n + o.n,
                sum + o.sum,
                sumOfSquares + o.sumOfSquares,
                negative + o.negative,
                neutral + o.neutral,
                positive + o.positive);
    }

    public SentimentSums negated() {
        return new SentimentSums(-n, -sum, -sumOfSquares, -negative, -neutral, -positive);
    }
}
