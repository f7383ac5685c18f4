// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** When a daily mail is due, by the clocks of a place: once on each of its days, also on one that has 23 or 25 hours. */
final class Issue {
    private Issue() {}

    /** The last time at which one was due. */
    static Instant lastBefore(Instant now, LocalTime at, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate().atTime(at).atZone(zone);
        var last = today.toInstant().isAfter(now)
                ? now.atZone(zone).toLocalDate().minusDays(1).atTime(at).atZone(zone)
                : today;
        return last.toInstant();
    }
}
