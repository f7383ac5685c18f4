// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;

/**
 * Which rows are wanted.
 *
 * @param from event time, inclusive; null for the oldest
 * @param to exclusive; null for the newest
 * @param targets any of them will do; empty for all
 */
public record Selection(@Nullable Instant from, @Nullable Instant to, List<String> targets) {
    public Selection {
        targets = List.copyOf(targets);
    }

    /** @throws Failure if a time is none, or the end is before the beginning */
    public static Selection of(@Nullable String from, @Nullable String to, List<String> targets) {
        var start = time("--from", from, 0);
        var end = time("--to", to, 1);
        if (start != null && end != null && !start.isBefore(end)) {
            throw Failure.usage("--from " + from + " is not before --to " + to);
        }
        return new Selection(start, end, targets);
    }

    private static @Nullable Instant time(String option, @Nullable String text, int daysOn) {
        if (text == null) {
            return null;
        }
        try {
            return text.indexOf('T') > 0
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(daysOn)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException e) {
            throw Failure.usage(option + " " + text + " is no time: write 2025-11-20 or 2025-11-20T14:00:00Z");
        }
    }
}
