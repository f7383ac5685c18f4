// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.pointwatch.wire.record.Polling.Wishes;

/** RSS's skipHours and skipDays, in GMT. A feed that wants to be asked at no time at all is not believed. */
final class Skips {
    private static final int MOST_HOURS = 8 * 24;

    private Skips() {}

    /** The first time from then on at which the feed does not mind. */
    static Instant after(Instant at, Wishes wishes) {
        var next = at;
        for (var i = 0; i <= MOST_HOURS; i++) {
            var there = next.atOffset(ZoneOffset.UTC);
            if (!wishes.skipHours().contains(there.getHour())
                    && !wishes.skipDays().contains(there.getDayOfWeek().getValue())) {
                return next;
            }
            next = at.truncatedTo(ChronoUnit.HOURS)
                    .plus(i + 1, ChronoUnit.HOURS)
                    .plus(within(at));
        }
        return at;
    }

    /** The minute is kept, so that feeds that skip the same hours do not all come with their end. */
    private static Duration within(Instant at) {
        return Duration.between(at.truncatedTo(ChronoUnit.HOURS), at);
    }
}
