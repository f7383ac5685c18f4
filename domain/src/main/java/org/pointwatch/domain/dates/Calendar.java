// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Days seen from the day of publication. */
final class Calendar {
    private static final int LAST_YEAR = 9999;
    private static final int WEEK = 7;
    private static final int MOST_MONTHS = 48;
    private static final int MOST_YEARS = 8;
    private static final int HALF_YEAR = 200;
    private static final double CONTRADICTION = 0.3;

    /** Seen from here where nothing is known; what depends on it is never told. */
    private static final LocalDateTime NOWHERE = LocalDateTime.of(2000, 1, 1, 0, 0);

    final LocalDateTime now;
    final LocalDate today;

    Calendar(DateContext context) {
        var reference = context.reference();
        now = reference == null ? NOWHERE : reference;
        today = now.toLocalDate();
    }

    static boolean isYear(int year) {
        return year >= 1 && year <= LAST_YEAR;
    }

    static @Nullable LocalDate date(int year, int month, int day) {
        if (!isYear(year) || month < 1 || month > 12 || day < 1) {
            return null;
        }
        return day > YearMonth.of(year, month).lengthOfMonth() ? null : LocalDate.of(year, month, day);
    }

    /** Null if there is no such date. */
    @Nullable
    Part part(int from, int to, Fields fields) {
        var part = fields.day() == 0 ? spans(from, to, fields) : days(from, to, fields);
        if (part != null) {
            part.fields = fields;
            part.absolute = fields.year() > 0;
        }
        return part;
    }

    private @Nullable Part spans(int from, int to, Fields f) {
        if (f.month() > 12) {
            return null;
        }
        if (f.month() > 0) {
            return month(from, to, f.year(), f.month());
        }
        return f.year() > 0 && isYear(f.year()) ? year(from, to, f.year()) : null;
    }

    private static Part year(int from, int to, int year) {
        return Part.span(from, to, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR);
    }

    private @Nullable Part month(int from, int to, int year, int month) {
        if (year > 0) {
            return isYear(year) ? unit(from, to, LocalDate.of(year, month, 1), Unit.MONTH) : null;
        }
        var current = today.getMonthValue();
        var past = today.getYear() - (month > current ? 1 : 0);
        var future = today.getYear() + (month < current ? 1 : 0);
        var part = unit(from, to, LocalDate.of(past, month, 1), Unit.MONTH);
        part.future = unit(from, to, LocalDate.of(future, month, 1), Unit.MONTH).past;
        return part;
    }

    /** The unit that begins on a day. */
    Part unit(int from, int to, LocalDate start, Unit unit) {
        return Part.span(from, to, start, unit.endFrom(start), unit.precision());
    }

    private @Nullable Part days(int from, int to, Fields f) {
        if (f.month() == 0) {
            return dayOfSomeMonth(from, to, f);
        }
        if (f.year() > 0) {
            var day = date(f.year(), f.month(), f.day());
            return day == null ? null : weekday(Part.day(from, to, day), f.weekday());
        }
        return dayOfSomeYear(from, to, f);
    }

    private @Nullable Part dayOfSomeYear(int from, int to, Fields f) {
        var past = yearly(f, -1);
        var future = yearly(f, 1);
        if (past == null || future == null) {
            return null;
        }
        var part = new Part(from, to, Reading.day(past), Reading.day(future));
        return f.weekday() == 0 ? part : nearest(part, past, future, f.weekday());
    }

    /** The last time up to today, or the next one behind it. */
    private @Nullable LocalDate yearly(Fields f, int step) {
        for (int i = 0, year = today.getYear(); i <= MOST_YEARS; i++, year += step) {
            var day = date(year, f.month(), f.day());
            if (day != null && day.isAfter(today) == step > 0) {
                return day;
            }
        }
        return null;
    }

    /** The nearer one, unless only the other falls on the weekday that was named. */
    private Part nearest(Part part, LocalDate past, LocalDate future, int weekday) {
        var back = today.toEpochDay() - past.toEpochDay();
        var ahead = future.toEpochDay() - today.toEpochDay();
        var near = back <= ahead ? past : future;
        var far = back <= ahead ? future : past;
        var other = weekday(near) != weekday && weekday(far) == weekday && Math.max(back, ahead) <= HALF_YEAR;
        part.past = part.future = Reading.day(other ? far : near);
        return weekday(part, weekday);
    }

    /** Keeps what the weekday says beside the date if the two disagree. */
    private static Part weekday(Part part, int weekday) {
        var day = part.future.firstDay();
        if (weekday > 0 && day != null && weekday(day) != weekday) {
            var shift = Math.floorMod(weekday - weekday(day) + 3, WEEK) - 3;
            part.others.add(Reading.day(day.plusDays(shift)));
            part.sure(CONTRADICTION);
        }
        return part;
    }

    static int weekday(LocalDate day) {
        return day.getDayOfWeek().getValue();
    }

    private @Nullable Part dayOfSomeMonth(int from, int to, Fields f) {
        var past = monthly(f, -1);
        var future = monthly(f, 1);
        if (past == null || future == null) {
            return null;
        }
        var unique = f.weekday() > 0 && past.equals(today);
        return new Part(from, to, Reading.day(past), Reading.day(unique ? past : future));
    }

    private @Nullable LocalDate monthly(Fields f, int step) {
        var month = YearMonth.from(today);
        for (int i = 0; i <= MOST_MONTHS; i++, month = month.plusMonths(step)) {
            var day = date(month.getYear(), month.getMonthValue(), f.day());
            if (day != null && (f.weekday() == 0 || weekday(day) == f.weekday()) && day.isAfter(today) == step > 0) {
                return day;
            }
        }
        return null;
    }

    /** The day of this month, if there is one and it falls on the weekday. */
    @Nullable
    LocalDate dayOfThisMonth(int day, int weekday) {
        var date = date(today.getYear(), today.getMonthValue(), day);
        return date != null && weekday(date) == weekday ? date : null;
    }

    /** The weekday in the last seven days, and from today on. */
    Part weekday(int from, int to, int weekday) {
        var next = today.plusDays(Math.floorMod(weekday - weekday(today), WEEK));
        var part = new Part(from, to, Reading.day(next.minusDays(WEEK)), Reading.day(next));
        part.fields = new Fields(0, 0, 0, weekday);
        return part;
    }

    static LocalDate weekdayIn(LocalDate week, int weekday) {
        return Unit.WEEK.startOf(week).plusDays(weekday - 1L);
    }

    static LocalDate firstBehind(LocalDate day, int weekday) {
        return day.plusDays(Math.floorMod(weekday - weekday(day) - 1, WEEK) + 1L);
    }

    static LocalDate lastBefore(LocalDate day, int weekday) {
        return day.minusDays(Math.floorMod(weekday(day) - weekday - 1, WEEK) + 1L);
    }

    /** Two digits of a year: the fifties to nineties are those of the last century. */
    static int year(int value, int digits) {
        return digits > 2 ? value : value < 40 ? 2000 + value : 1900 + value;
    }
}
