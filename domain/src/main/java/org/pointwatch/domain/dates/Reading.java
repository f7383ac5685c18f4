// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * One way to read an expression, from its first day to its last. An end is null if the expression leaves it open
 * ("since May"), both are null if it cannot be told (a season, or "tomorrow" without a publication date).
 *
 * @param timed whether the times of day were said; otherwise only the dates mean anything
 */
public record Reading(@Nullable LocalDateTime from, @Nullable LocalDateTime to, boolean timed) {
    static final Reading UNKNOWN = new Reading(null, null, false);

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    static Reading days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Reading(start(from), start(to), false);
    }

    static Reading day(LocalDate day) {
        return days(day, day);
    }

    static Reading moment(LocalDateTime moment) {
        return new Reading(moment, moment, true);
    }

    private static @Nullable LocalDateTime start(@Nullable LocalDate day) {
        return day == null ? null : day.atTime(LocalTime.MIN);
    }

    public @Nullable LocalDate firstDay() {
        return from == null ? null : from.toLocalDate();
    }

    public @Nullable LocalDate lastDay() {
        return to == null ? null : to.toLocalDate();
    }

    /** ISO local date, or date-time to the minute if a time of day was said. */
    public @Nullable String fromText() {
        return text(from);
    }

    public @Nullable String toText() {
        return text(to);
    }

    private @Nullable String text(@Nullable LocalDateTime moment) {
        if (moment == null) {
            return null;
        }
        return timed ? MINUTES.format(moment) : moment.toLocalDate().toString();
    }
}
