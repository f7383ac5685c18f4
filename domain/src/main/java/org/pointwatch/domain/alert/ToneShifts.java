// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.alert.CoverageRules.Finding;
import org.pointwatch.domain.ledger.SentimentSums;

import static org.pointwatch.domain.alert.History.DAY;
import static org.pointwatch.domain.alert.History.HOUR;

/**
 * The tone of the last day against the 14 days and the 7 days before, and of the last hour against the 12 hours and the 14
 * days before, in the outlets' own voice. Both must agree, and few stories prove nothing.
 */
final class ToneShifts {
    private static final int LEAST_NOW = 10;
    private static final int LEAST_BEFORE = 40;
    private static final double RARE = 4.5;
    private static final double THOUSAND = 1_000;

    private ToneShifts() {}

    static @Nullable Finding find(History h, double shift) {
        var long14 = h.tone(DAY, 14 * DAY);
        var hour = between(h.tone(0, HOUR), "the last hour", h.tone(HOUR, 12 * HOUR), "12 hours", long14, shift);
        return hour == null ? between(h.tone(0, DAY), "24 hours", h.tone(DAY, 7 * DAY), "7 days", long14, shift) : hour;
    }

    private static @Nullable Finding between(
            SentimentSums now, String during, SentimentSums near, String span, SentimentSums far, double shift) {
        if (now.n() < LEAST_NOW || near.n() < LEAST_BEFORE || far.n() < LEAST_BEFORE) {
            return null;
        }
        var fromNear = Rarity.mean(now) - Rarity.mean(near);
        var fromFar = Rarity.mean(now) - Rarity.mean(far);
        var least = shift * THOUSAND;
        var far1 = Math.abs(fromNear) >= least && Math.abs(fromFar) >= least && fromNear * fromFar > 0;
        if (!far1 || Math.abs(Rarity.of(now, near)) < RARE || Math.abs(Rarity.of(now, far)) < RARE) {
            return null;
        }
        var why = "tone %s over %s of %s; it was %s in the %s before (%s) and %s in the 14 days before (%s)"
                .formatted(
                        tone(now),
                        Say.many(now.n(), "story", "stories"),
                        during,
                        tone(near),
                        span,
                        Say.many(near.n(), "story", "stories"),
                        tone(far),
                        Say.many(far.n(), "story", "stories"));
        return new Finding(why, Math.abs(fromFar) / THOUSAND, fromFar > 0 ? "up|" : "down|");
    }

    private static String tone(SentimentSums s) {
        return (s.sum() > 0 ? "+" : "") + Say.number(Rarity.mean(s) / THOUSAND);
    }
}
