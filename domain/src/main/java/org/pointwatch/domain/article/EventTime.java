// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.article;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time an article counts under, and which clock gave it.
 *
 * @param at published clamped into [firstSeen - horizon, firstSeen], else firstSeen
 */
public record EventTime(Instant at, Source source) {
    /** How far back a claimed date is believed, and how long a change still counts. */
    public static final Duration HORIZON = Duration.ofDays(35);

    /** Which clock gave the event time. */
    public enum Source {
        PUBLISHED,
        PUBLISHED_CLAMPED,
        FIRST_SEEN
    }

    public static EventTime of(Revision r) {
        return of(r.published(), r.firstSeen());
    }

    public static EventTime of(@Nullable Instant published, Instant firstSeen) {
        if (published == null) {
            return new EventTime(firstSeen, Source.FIRST_SEEN);
        }
        if (published.isAfter(firstSeen)) {
            return new EventTime(firstSeen, Source.PUBLISHED_CLAMPED);
        }
        var floor = firstSeen.minus(HORIZON);
        return published.isBefore(floor)
                ? new EventTime(floor, Source.PUBLISHED_CLAMPED)
                : new EventTime(published, Source.PUBLISHED);
    }
}
