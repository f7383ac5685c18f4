// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** All ways in which a date can begin at one place, without the words that bound it. */
final class Points {
    private final Lexemes x;
    private final Calendar calendar;
    final Years years;
    final Digits digits;
    final Months months;
    final Weekdays weekdays;
    final Units units;
    final Durations durations;
    final Phases phases;
    final Nths nths;
    final Names names;
    final Clocks clocks;

    Points(Lexemes x, DateContext context) {
        this.x = x;
        calendar = new Calendar(context);
        years = new Years(x, calendar);
        digits = new Digits(x, calendar, years, context.monthFirst() && !x.dayFirst());
        months = new Months(x, calendar, years);
        weekdays = new Weekdays(x, this, calendar);
        units = new Units(x, this, calendar);
        durations = new Durations(x, this, calendar);
        phases = new Phases(x, this, calendar);
        nths = new Nths(x, this, calendar);
        names = new Names(x, this, calendar);
        clocks = new Clocks(x, calendar);
    }

    Calendar calendar() {
        return calendar;
    }

    /** The longest date that begins here; "the" may be read over. */
    @Nullable
    Part at(int i) {
        var part = x.isNumber(i) ? number(i) : word(i);
        return part == null ? null : clocks.onDay(part);
    }

    private @Nullable Part number(int i) {
        var part = longer(calendarDate(i), durations.at(i));
        part = longer(part, nths.at(i));
        part = longer(part, units.counted(i));
        part = longer(part, clocks.at(i));
        return part == null ? bareNumber(i) : part;
    }

    private @Nullable Part word(int i) {
        var word = x.word(i);
        if (word == Word.NONE) {
            return null;
        }
        Part part = null;
        if (word.isMonth()) {
            part = month(i);
        }
        if (word.isWeekday()) {
            part = longer(part, weekdays.at(i));
        }
        if (!word.names.isEmpty()) {
            part = longer(part, names.at(i));
        }
        if (word.number >= 0 || word.ordinal > 0 || word.is(Role.A | Role.COUPLE | Role.FEW | Role.THE | Role.MORE)) {
            part = longer(part, spelled(i));
        }
        part = longer(part, related(i, word));
        return part == null ? spelledYear(i) : part;
    }

    private @Nullable Part related(int i, Word word) {
        Part part = null;
        if (word.roles != 0 || word.isUnit() || word.opens) {
            part = units.at(i);
            part = longer(part, phases.at(i));
            part = longer(part, durations.at(i));
            part = longer(part, nths.at(i));
            part = longer(part, clocks.at(i));
        }
        return part;
    }

    private @Nullable Part month(int i) {
        var part = months.monthFirst(i);
        if (part != null && part.fields.day() == 0 && (isDayBefore(i) || part.to == i + 1 && !months.standsAlone(i))) {
            return null;
        }
        return part;
    }

    /** "31 February": what is no date is no month either. */
    private boolean isDayBefore(int i) {
        var day = x.is(i - 1, Role.OF) || x.isSign(i - 1, '.') || x.is(i - 1, Role.SUFFIX) ? i - 2 : i - 1;
        return x.isNumber(day) && x.digits(day) <= 2 && x.value(day) <= 31 && !Numeral.isInside(x, day);
    }

    private @Nullable Part spelled(int i) {
        var part = longer(calendarDate(x.is(i, Role.THE) ? i + 1 : i), durations.at(i));
        if (part != null && x.is(i, Role.THE)) {
            part.from = part.fields.day() > 0 && x.word(part.from + 1).unit != Unit.DAY ? i : part.from;
        }
        return longer(part, nths.at(i));
    }

    /** A date of the calendar: in digits, or with a month or holiday in it. */
    @Nullable
    Part calendarDate(int i) {
        if (x.isNumber(i)) {
            return longer(longer(digits.at(i), months.dayFirst(i)), months.yearFirst(i));
        }
        var word = x.word(i);
        if (word.isMonth()) {
            return months.monthFirst(i);
        }
        return word.number >= 0 || word.ordinal > 0 ? months.dayFirst(i) : null;
    }

    /** A year in digits or a day of the month: for those who know from the neighbours that it is one. */
    private @Nullable Part bareNumber(int i) {
        if (years.isYear(i)) {
            var year = years.at(i);
            var part = year == null ? null : calendar.part(i, year.to(), new Fields(year.value(), 0, 0, 0));
            return weak(part);
        }
        var day = months.dayAt(i);
        return day == null || !day.ordinal()
                ? null
                : weak(calendar.part(i, day.to(), new Fields(0, 0, day.value(), 0)));
    }

    /** "Two thousand and twenty". */
    private @Nullable Part spelledYear(int i) {
        var year = x.word(i).number > 0 ? Numeral.year(x, i) : null;
        return year == null ? null : weak(calendar.part(i, year.to(), new Fields(year.value(), 0, 0, 0)));
    }

    private static @Nullable Part weak(@Nullable Part part) {
        if (part != null) {
            part.weak = true;
        }
        return part;
    }

    /** A number that is only a day, such as the second one of "May 3-7". */
    @Nullable
    Part bareDay(int i) {
        var day = months.dayAt(i);
        if (day == null) {
            return null;
        }
        var dot = x.dottedOrdinals() && x.isSign(day.to(), '.') && x.touches(day.to());
        return weak(calendar.part(i, dot ? day.to() + 1 : day.to(), new Fields(0, 0, day.value(), 0)));
    }

    LocalDate today() {
        return calendar.today;
    }

    static @Nullable Part longer(@Nullable Part a, @Nullable Part b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return b.to > a.to ? b : a;
    }
}
