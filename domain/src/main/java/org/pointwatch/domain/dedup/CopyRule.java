// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.time.Duration;
import org.pointwatch.domain.dedup.CopyVerdict.Reason;

/** Decides how two documents stand to each other. {@code docs/quality.md} has the curves behind each threshold. */
public final class CopyRule {
    /** Two articles can match only if their event times, and their first-seen times, differ by at most this. */
    public static final Duration WINDOW = Duration.ofDays(7);

    /** Texts of fewer shingles are a title and a summary, and have a rule of their own. */
    static final int SHORT = 60;

    /** Least part of the smaller text in the larger that a shard tells of. */
    static final double LEAST_TOLD = 0.2;

    private CopyRule() {}

    /** Whether what one shard has seen leaves anything but two distinct articles possible. */
    public static boolean worthTelling(Comparison c) {
        return worthTelling(c.overlap(), c.shorter(), c.sameOutlet());
    }

    static boolean worthTelling(Overlap overlap, int shorter, boolean sameOutlet) {
        if (overlap.body().both() >= 2 && overlap.body().containment() >= LEAST_TOLD) {
            return true;
        }
        if (shorter < SHORT && (overlap.lead().both() > 0 || overlap.titles() > 0)) {
            return true;
        }
        return !sameOutlet && overlap.runs().both() >= 1 && overlap.names().containment() >= 0.5;
    }

    public static CopyVerdict judge(Comparison c) {
        if (c.shorter() < SHORT) {
            return ShortRule.judge(c);
        }
        var containment = c.containment();
        if (containment >= leastContainment(c)) {
            if (serial(c)) {
                return new CopyVerdict.Distinct(Reason.SERIAL, c);
            }
            return c.sameOutlet() && !sameNews(c, containment)
                    ? new CopyVerdict.Distinct(Reason.BACKGROUND, c)
                    : same(c, containment);
        }
        if (rewrite(c, containment)) {
            return new CopyVerdict.Rewrite(rounded(c.nameContainment()), c);
        }
        return new CopyVerdict.Distinct(containment >= 0.3 ? Reason.BACKGROUND : Reason.LITTLE_SHARED, c);
    }

    private static double leastContainment(Comparison c) {
        if (beginsAlike(c)) {
            return 0.4;
        }
        if (c.leadContainment() >= 0.2 || c.titlePercent() >= 40) {
            return 0.42;
        }
        return c.shorter() < 2 * SHORT ? 0.75 : 0.55;
    }

    static boolean beginsAlike(Comparison c) {
        return c.leadContainment() >= 0.3 || c.titlePercent() >= 60;
    }

    /** Pages of one outlet share more than news: they must begin alike, or be about the same names and numbers. */
    private static boolean sameNews(Comparison c, double containment) {
        var numbers = c.overlap().numbers();
        return beginsAlike(c)
                || (containment >= 0.65
                        && c.nameContainment() >= 0.65
                        && (numbers.fewer() < 4 || numbers.containment() >= 0.6));
    }

    static CopyVerdict same(Comparison c, double similarity) {
        return c.sameOutlet()
                ? new CopyVerdict.Update(rounded(similarity), c)
                : new CopyVerdict.Copy(rounded(similarity), c);
    }

    /**
     * Names and numbers change from episode to episode, the words around them stay. A version of one article has the same
     * beginning under the same title, and may have other numbers.
     */
    private static boolean serial(Comparison c) {
        var names = c.overlap().names();
        var numbers = c.overlap().numbers();
        var all = names.fewer() + numbers.fewer();
        var part = (names.both() + numbers.both()) / (double) Math.max(1, all);
        var version = (c.sameTitle() && c.leadContainment() >= 0.4) || c.leadContainment() >= 0.9;
        var least = version ? 0.3 : c.sameOutlet() ? 0.6 : 0.4;
        return all >= 8 && part < c.overlap().body().containment() * least;
    }

    private static boolean rewrite(Comparison c, double containment) {
        var runs = c.overlap().runs();
        var names = c.nameContainment();
        if (c.sameOutlet() || c.overlap().names().fewer() < 8 || runs.both() < 3) {
            return false;
        }
        return (containment < 0.2 && names >= 0.65 && c.runContainment() >= 0.09)
                || (containment < 0.3 && names >= 0.75 && c.runContainment() >= 0.3);
    }

    static double rounded(double similarity) {
        return Math.round(similarity * 1000) / 1000.0;
    }
}
