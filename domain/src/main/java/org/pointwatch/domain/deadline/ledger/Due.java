// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a deadline ends. A day without an hour has no zone and ends as everything here does, by UTC; {@link DeadlineWalk}
 * allows for those who are behind it.
 *
 * @param text ISO local date of the last day, or date-time with offset
 * @param day the date in {@code text}
 * @param end the first moment after it
 */
public record Due(String text, LocalDate day, Instant end) {
    private static final int DATE = 10;
    private static final int LAST_YEAR = 9999;

    /** Empty for none, and for what is no date of the years 1 to 9999. */
    public static Optional<Due> of(@Nullable String text) {
        if (text == null || text.length() < DATE) {
            return Optional.empty();
        }
        try {
            var due = text.length() == DATE ? day(text) : hour(text);
            return due.day.getYear() > 0 && due.day.getYear() <= LAST_YEAR ? Optional.of(due) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Due day(String text) {
        var day = LocalDate.parse(text);
        return new Due(text, day, day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static Due hour(String text) {
        var hour = OffsetDateTime.parse(text);
        return new Due(text, hour.toLocalDate(), hour.toInstant());
    }
}
