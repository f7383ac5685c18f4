// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.alert.CoverageRules.Finding;

import static org.pointwatch.domain.alert.History.DAY;
import static org.pointwatch.domain.alert.History.HOUR;
import static org.pointwatch.domain.alert.History.WEEK;

/**
 * Stories, so that one report which everybody copies is no surge. The last day is compared with the 14 days before, and the
 * last hour with the 12 hours before; both also with the same hours of those days and weeks, because an evening is no
 * surge after an afternoon, nor a Monday after a Sunday. All of them must agree.
 */
final class Surges {
    private static final int DAYS = 14;
    private static final int WEEKS = 2;
    private static final int HOURS = 12;
    private static final long LEAST_A_DAY = 10;
    private static final long LEAST_AN_HOUR = 8;

    /** An hour is looked at far more often than a day, and so must stand out farther. */
    private static final double RARE_DAY = 4;

    private static final double RARE_HOUR = 5;
    private static final double RARE_IN_WEEKS = 2.5;
    private static final double MOST_SPREAD = 9;

    private Surges() {}

    /** @param times how many times the usual number */
    static @Nullable Finding find(History history, double times) {
        var hour = hour(history, times);
        return hour == null ? day(history, times) : hour;
    }

    private static @Nullable Finding day(History h, double times) {
        var n = h.stories(0, DAY);
        var days = h.mean(DAY, DAYS, DAY);
        var weeks = h.mean(WEEK, WEEKS, DAY);
        var usual = Math.max(days, weeks);
        if (n < LEAST_A_DAY
                || n < times * usual
                || Rarity.of(n, days, DAYS, spread(h, days)) < RARE_DAY
                || Rarity.of(n, weeks, WEEKS, 1) < RARE_IN_WEEKS) {
            return null;
        }
        var why = "%s in 24 hours, %s usual (%s a day in the 14 days before, %s on this day of the two weeks before)"
                .formatted(Say.many(n, "story", "stories"), ratio(n, usual), Say.mean(days), Say.mean(weeks));
        return new Finding(why, level(n, usual), "");
    }

    private static @Nullable Finding hour(History h, double times) {
        var n = h.stories(0, HOUR);
        var hours = h.mean(HOUR, HOURS, HOUR);
        var days = h.mean(DAY, DAYS, HOUR);
        var weeks = h.mean(WEEK, WEEKS, HOUR);
        var usual = Math.max(hours, Math.max(days, weeks));
        if (n < LEAST_AN_HOUR
                || n < times * usual
                || Rarity.of(n, hours, HOURS, 1) < RARE_HOUR
                || Rarity.of(n, days, DAYS, 1) < RARE_HOUR
                || Rarity.of(n, weeks, WEEKS, 1) < RARE_IN_WEEKS) {
            return null;
        }
        var why = ("%s in the last hour, %s usual (%s an hour in the 12 hours before, %s at this hour of the 14 days"
                        + " before, %s at this hour of the two weeks before)")
                .formatted(
                        Say.many(n, "story", "stories"),
                        ratio(n, usual),
                        Say.mean(hours),
                        Say.mean(days),
                        Say.mean(weeks));
        return new Finding(why, level(n, usual), "");
    }

    private static double level(long n, double usual) {
        return n / Math.max(usual, 1);
    }

    private static String ratio(long n, double usual) {
        return usual < 1 ? "more than" : Say.mean(level(n, usual)) + " times as many as";
    }

    /** Of the 14 days. */
    private static double spread(History h, double mean) {
        var squares = 0.0;
        for (var day = 1; day <= DAYS; day++) {
            var off = h.stories(day * DAY, DAY) - mean;
            squares += off * off;
        }
        return mean == 0 ? 1 : Math.min(MOST_SPREAD, Math.max(1, squares / (DAYS - 1) / mean));
    }
}
