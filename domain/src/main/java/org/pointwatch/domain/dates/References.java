// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** References as people write them. */
public final class References {
    private static final int DATE = 10;
    private static final int LONGEST = 40;

    private References() {}

    /** An ISO date or date-time, whose offset is left out; null if it is neither. */
    public static @Nullable LocalDateTime parse(String text) {
        var trimmed = text.strip();
        if (trimmed.length() > LONGEST) {
            return null;
        }
        try {
            if (trimmed.length() <= DATE) {
                return LocalDate.parse(trimmed).atStartOfDay();
            }
            var last = trimmed.charAt(trimmed.length() - 1);
            var zoned = last == 'Z' || trimmed.indexOf('+', DATE) > 0 || trimmed.indexOf('-', DATE) > 0;
            return zoned ? OffsetDateTime.parse(trimmed).toLocalDateTime() : LocalDateTime.parse(trimmed);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
