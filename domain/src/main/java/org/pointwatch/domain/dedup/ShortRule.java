// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import org.pointwatch.domain.dedup.CopyVerdict.Reason;

/** Judges where one side is a title and a summary at most. */
final class ShortRule {
    /** With fewer shingles only the title is left to go by. */
    private static final int LEAST = 8;

    /** Runs of words that two beginnings must share before they agree. */
    private static final int LEAST_LEAD = 3;

    private ShortRule() {}

    static CopyVerdict judge(Comparison c) {
        if (c.shorter() < LEAST) {
            return c.sameTitle() && !c.sameOutlet() && c.longer() < CopyRule.SHORT
                    ? CopyRule.same(c, 1)
                    : new CopyVerdict.Distinct(Reason.TOO_SHORT, c);
        }
        var lead = c.overlap().lead().both() < LEAST_LEAD ? 0 : c.leadContainment();
        var best = c.longer() < CopyRule.SHORT ? c.containment() : Math.max(lead, c.containment());
        if (best >= 0.6 && (c.longer() < CopyRule.SHORT || lead >= 0.5 || c.titlePercent() >= 60)) {
            return CopyRule.same(c, best);
        }
        return c.sameTitle() && best >= 0.3
                ? CopyRule.same(c, best)
                : new CopyVerdict.Distinct(Reason.LITTLE_SHARED, c);
    }
}
