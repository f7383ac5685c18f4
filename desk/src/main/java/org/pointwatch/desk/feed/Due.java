// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.Deadline;

/** When a deadline is over: by the end of a day, or at an instant. */
sealed interface Due {
    /** A day wherever one is. */
    record Day(LocalDate date) implements Due {}

    record Moment(Instant at) implements Due {}

    /** The newest that is known, also if the deadline was denied since; null if there never was any. */
    static @Nullable Due of(Deadline deadline) {
        var known = new ArrayList<@Nullable String>();
        deadline.history().forEach(change -> known.add(0, change.due()));
        known.add(0, deadline.due());
        for (var text : known) {
            var due = text == null ? null : parse(text);
            if (due != null) {
                return due;
            }
        }
        return null;
    }

    private static @Nullable Due parse(String text) {
        try {
            return text.indexOf('T') > 0 ? of(OffsetDateTime.parse(text)) : of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Due of(OffsetDateTime time) {
        return fits(time.getYear()) ? new Moment(time.toInstant()) : null;
    }

    private static @Nullable Due of(LocalDate date) {
        return fits(date.getYear()) ? new Day(date) : null;
    }

    /** The format's years have four digits, also of the day after and of the time in UTC. */
    private static boolean fits(int year) {
        return year >= 1000 && year < 9999;
    }
}
