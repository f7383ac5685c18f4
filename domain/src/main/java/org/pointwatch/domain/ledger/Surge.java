// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

/**
 * How far a count stands from what was expected, in standard deviations of a Poisson count: 0 as expected, negative when
 * it is quieter. Square roots of Poisson counts vary about alike whatever their mean: 2·√(x + 3/8) has variance 1 from a
 * mean of two or so upwards (F. J. Anscombe, "The transformation of Poisson, binomial and negative-binomial data",
 * Biometrika 35, 1948), so that one article where none was expected is no sensation and ten are. The baseline is itself
 * a mean of few counts; the difference is divided by what that adds. News comes in swarms, which Poisson counts do not:
 * the score ranks, it is no probability.
 */
final class Surge {
    private static final double SHIFT = 3.0 / 8;

    private Surge() {}

    /** @param windows how many windows' worth of counts the baseline is a mean of */
    static double of(long articles, double baseline, double windows) {
        var distance = 2 * (Math.sqrt(articles + SHIFT) - Math.sqrt(baseline + SHIFT));
        return distance / Math.sqrt(1 + 1 / windows);
    }
}
