// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Target;

import static org.pointwatch.domain.alert.History.DAY;
import static org.pointwatch.domain.alert.History.HOUR;
import static org.pointwatch.domain.alert.History.WEEK;

/**
 * A target is silent when so many stories were to be expected since its last one that none is no accident: at the pace of
 * the 14 days before, and at the pace of these hours of the two weeks before. What is seldom covered must be silent for long.
 */
final class Silences {
    private static final int DAYS = 14;
    private static final int LEAST_COVERED_DAYS = 10;
    private static final int WEEKS = 2;
    private static final int SHORTEST = 2 * HOUR;

    private Silences() {}

    /**
     * @param expected stories that would have to be missing
     * @return why, null if it is not silent
     */
    static @Nullable String find(History h, double expected) {
        var gap = h.silent();
        if (gap < SHORTEST || gap > WEEK || covered(h, gap) < LEAST_COVERED_DAYS) {
            return null;
        }
        var before = h.stories(gap, DAYS * DAY);
        var pace = before * (double) gap / (DAYS * DAY);
        var hours = h.mean(WEEK, WEEKS, gap);
        if (Math.min(pace, hours) < expected) {
            return null;
        }
        var length = Say.span(Target.BUCKET.multipliedBy(gap));
        return ("no story for %s, where %s were to be expected (%s a day in the 14 days before) and %s came in these hours"
                        + " of the two weeks before")
                .formatted(length, Say.mean(pace), Say.mean(before / (double) DAYS), Say.mean(hours));
    }

    private static int covered(History h, int gap) {
        var days = 0;
        for (var day = 0; day < DAYS; day++) {
            days += h.stories(gap + day * DAY, DAY) > 0 ? 1 : 0;
        }
        return days;
    }
}
