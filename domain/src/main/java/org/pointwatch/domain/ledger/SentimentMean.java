// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A mean sentiment and how far it can be trusted: the 95 % confidence interval by Student's t, cut to -1..1. Where fewer
 * than {@link #FEWEST} values were scored there is no mean to show, and all three are null.
 *
 * @param mean -1..1 in thousandths, as are the ends of the interval
 */
public record SentimentMean(long n, @Nullable Double mean, @Nullable Double low, @Nullable Double high) {
    /** Below this many values a mean says more about chance than about the press. */
    public static final long FEWEST = 5;

    /**
     * The 97.5 % quantile of the normal distribution, and the terms that make it Student's: the expansion of Cornish and
     * Fisher by powers of 1 / (n - 1), within 0.3 % of the tables from n = 5 on. Plain arithmetic, so that SQL can say the
     * same.
     */
    private static final double[] QUANTILE = {1.959964, 2.372271, 2.822499, 2.555850};

    private static final double THOUSAND = 1_000;

    /** @param sum of thousandths; @param sumOfSquares of the same */
    public static SentimentMean of(long n, long sum, long sumOfSquares) {
        if (n < FEWEST) {
            return new SentimentMean(n, null, null, null);
        }
        var mean = (double) sum / n;
        var variance = Math.max(0, (sumOfSquares - mean * sum) / (n - 1));
        var reach = quantile(n - 1) * Math.sqrt(variance / n);
        return new SentimentMean(n, thousandth(mean), thousandth(mean - reach), thousandth(mean + reach));
    }

    public static SentimentMean of(SentimentSums sums) {
        return of(sums.n(), sums.sum(), sums.sumOfSquares());
    }

    public boolean shown() {
        return mean != null;
    }

    static double quantile(long freedom) {
        var d = (double) freedom;
        return QUANTILE[0] + QUANTILE[1] / d + QUANTILE[2] / (d * d) + QUANTILE[3] / (d * d * d);
    }

    /** Never -0.0, which JSON would write. */
    private static double thousandth(double thousandths) {
        return Math.rint(Math.max(-THOUSAND, Math.min(THOUSAND, thousandths))) / THOUSAND + 0.0;
    }
}
