// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** What time is counted in. */
enum Unit {
    NONE,
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WORKDAY,
    WEEKEND,
    WEEK,
    FORTNIGHT,
    MONTH,
    QUARTER,
    HALF,
    YEAR,
    DECADE,
    CENTURY;

    /** More of a unit than news ever speaks of; beyond it is no date. */
    static final int MOST = 10_000;

    boolean isClock() {
        return this == SECOND || this == MINUTE || this == HOUR;
    }

    boolean isDays() {
        return ordinal() >= DAY.ordinal();
    }

    Precision precision() {
        return switch (this) {
            case NONE, SECOND, MINUTE, HOUR -> Precision.HOUR;
            case DAY, WORKDAY -> Precision.DAY;
            case WEEKEND, WEEK, FORTNIGHT -> Precision.WEEK;
            case MONTH -> Precision.MONTH;
            case QUARTER, HALF -> Precision.QUARTER;
            case YEAR, DECADE, CENTURY -> Precision.YEAR;
        };
    }

    LocalDateTime plus(LocalDateTime moment, int n) {
        return switch (this) {
            case NONE -> moment;
            case SECOND -> moment.plusSeconds(n);
            case MINUTE -> moment.plusMinutes(n);
            case HOUR -> moment.plusHours(n);
            default -> plus(moment.toLocalDate(), n).atTime(moment.toLocalTime());
        };
    }

    LocalDate plus(LocalDate day, int n) {
        return switch (this) {
            case NONE, SECOND, MINUTE, HOUR -> day;
            case DAY -> day.plusDays(n);
            case WORKDAY -> workdays(day, n);
            case WEEKEND, WEEK -> day.plusWeeks(n);
            case FORTNIGHT -> day.plusWeeks(2L * n);
            case MONTH -> day.plusMonths(n);
            case QUARTER -> day.plusMonths(3L * n);
            case HALF -> day.plusMonths(6L * n);
            case YEAR -> day.plusYears(n);
            case DECADE -> day.plusYears(10L * n);
            case CENTURY -> day.plusYears(100L * n);
        };
    }

    private static LocalDate workdays(LocalDate day, int n) {
        var step = Integer.signum(n);
        var at = day.plusWeeks(n / 5);
        for (var left = Math.abs(n % 5); left > 0 || at.getDayOfWeek().getValue() > 5; ) {
            at = at.plusDays(step == 0 ? 1 : step);
            left -= at.getDayOfWeek().getValue() <= 5 ? 1 : 0;
        }
        return at;
    }

    /** The first day of the unit that holds a day. */
    LocalDate startOf(LocalDate day) {
        var month = day.withDayOfMonth(1);
        return switch (this) {
            case NONE, SECOND, MINUTE, HOUR, DAY, WORKDAY -> day;
            case WEEKEND -> day.minusDays(day.getDayOfWeek().getValue() - 6L);
            case WEEK, FORTNIGHT -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
            case MONTH -> month;
            case QUARTER -> month.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case HALF -> month.withMonth((day.getMonthValue() - 1) / 6 * 6 + 1);
            case YEAR -> month.withMonth(1);
            case DECADE -> month.withMonth(1).withYear(day.getYear() / 10 * 10);
            case CENTURY -> month.withMonth(1).withYear(Math.max(1, day.getYear() / 100 * 100));
        };
    }

    /** The last day of the unit that begins on a day. */
    LocalDate endFrom(LocalDate start) {
        return switch (this) {
            case NONE, SECOND, MINUTE, HOUR, DAY, WORKDAY -> start;
            case WEEKEND -> start.plusDays(1);
            default -> plus(start, 1).minusDays(1);
        };
    }
}
