// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import org.pointwatch.domain.ledger.SentimentSums;

/** How far something lies from what is usual, in standard deviations. */
final class Rarity {
    private static final double SHIFT = 3.0 / 8;

    /** Reports of one wording have one tone; that they are few must not make them certain. */
    private static final double LEAST_DEVIATION = 100;

    private Rarity() {}

    /**
     * Of a count: as {@code domain.ledger.Surge} computes it.
     *
     * @param windows how many windows' worth of counts the mean was taken over
     * @param spread variance of such counts by their mean: 1 if stories come independently, more if they come in bursts
     */
    static double of(long count, double mean, double windows, double spread) {
        var distance = 2 * (Math.sqrt(count + SHIFT) - Math.sqrt(mean + SHIFT));
        return distance / Math.sqrt((1 + 1 / windows) * spread);
    }

    /** Of two means: Student's, with the variance of both together. */
    static double of(SentimentSums now, SentimentSums before) {
        var deviations = squares(now) + squares(before);
        var variance = Math.max(LEAST_DEVIATION * LEAST_DEVIATION, deviations / (now.n() + before.n() - 2));
        return (mean(now) - mean(before)) / Math.sqrt(variance * (1.0 / now.n() + 1.0 / before.n()));
    }

    static double mean(SentimentSums s) {
        return s.n() == 0 ? 0 : s.sum() / (double) s.n();
    }

    private static double squares(SentimentSums s) {
        return s.sumOfSquares() - s.sum() * mean(s);
    }
}
