// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Counted pieces of a part of the calendar: "first week of 2015", "Q3 2019", "the last Monday in May", "the 1990s". */
final class Nths {
    private static final int WEEK = 7;
    private static final int MOST = 60;
    private static final int MOST_NESTED = 2;
    private static final double VAGUE = 0.5;

    private final Lexemes x;
    private final Points points;
    private final Calendar calendar;
    private int nested;

    Nths(Lexemes x, Points points, Calendar calendar) {
        this.x = x;
        this.points = points;
        this.calendar = calendar;
    }

    @Nullable
    Part at(int i) {
        if (nested >= MOST_NESTED) {
            return null;
        }
        nested++;
        var part = read(i);
        nested--;
        return part;
    }

    private @Nullable Part read(int i) {
        if (x.spells(i, "q") && x.touches(i + 1) && x.isNumber(i + 1) && x.digits(i + 1) == 1) {
            return quarter(i, i + 2, Unit.QUARTER, x.value(i + 1));
        }
        if (x.digits(i) == 4 && (x.spells(i + 1, "q") || x.spells(i + 1, "s")) && !Numeral.isInside(x, i)) {
            return behindYear(i);
        }
        var word = x.word(i);
        if (word.unit == Unit.WEEK && !x.is(i + 1, Role.OF)) {
            return week(i);
        }
        if (word.unit == Unit.WEEK || word.is(Role.THE) && x.word(i + 1).unit == Unit.WEEK && x.is(i + 2, Role.OF)) {
            return weekOf(i, word.is(Role.THE) ? i + 3 : i + 2);
        }
        return Points.longer(relatedYear(i), nth(i));
    }

    /** "2017 q1", "1990s". */
    private @Nullable Part behindYear(int i) {
        if (x.spells(i + 1, "q")) {
            var near = x.touches(i + 2) && x.isNumber(i + 2) && x.digits(i + 2) == 1;
            return near ? points.digits.part(i, i + 3, x.value(i), Unit.QUARTER, x.value(i + 2)) : null;
        }
        if (!x.touches(i + 1) || x.value(i) % 10 != 0 || x.value(i) < 1000 || x.value(i) > 2999) {
            return null;
        }
        var part = calendar.unit(i, i + 2, LocalDate.of(x.value(i), 1, 1), Unit.DECADE);
        return part.fixed();
    }

    /** "Week 3 of 2027". */
    private @Nullable Part week(int i) {
        var number = Numeral.at(x, i + 1);
        if (number == null || number.ordinal() || !x.is(number.to(), Role.OF)) {
            return null;
        }
        var of = of(number.to() + 1);
        return of == null ? null : piece(i, of, Unit.WEEK, number.value(), 1);
    }

    /** "The week of April 10th": the one that holds it. */
    private @Nullable Part weekOf(int i, int at) {
        var part = points.at(at);
        if (part == null && x.is(at, Role.THE)) {
            part = points.at(at + 1);
        }
        if (part == null || part.kind != DateExpression.Kind.POINT || part.precision != Precision.DAY) {
            return null;
        }
        return holding(i, part);
    }

    private @Nullable Part holding(int i, Part day) {
        var past = day.past.firstDay();
        var future = day.future.firstDay();
        if (past == null || future == null) {
            return null;
        }
        var week = calendar.unit(i, day.to, Unit.WEEK.startOf(past), Unit.WEEK);
        week.future = calendar.unit(i, day.to, Unit.WEEK.startOf(future), Unit.WEEK).past;
        week.absolute = day.absolute;
        return week.toward(day.direction);
    }

    /** "W/c Feb 4", "week commencing Monday". */
    @Nullable
    Part commencing(int i) {
        var slash = x.spells(i, "w") && x.isSign(i + 1, '/') && x.spells(i + 2, "c");
        var word = x.word(i).unit == Unit.WEEK && x.spells(i + 1, "commencing");
        return slash || word ? weekOf(i, slash ? i + 3 : i + 2) : null;
    }

    /** "Next year's first quarter". */
    private @Nullable Part relatedYear(int i) {
        if (!x.is(i, Role.RELATION) || x.word(i + 1).unit != Unit.YEAR || !x.isSign(i + 2, '\'')) {
            return null;
        }
        var number = Numeral.at(x, i + 4);
        if (!x.spells(i + 3, "s")
                || number == null
                || !number.ordinal()
                || !x.word(number.to()).isUnit()) {
            return null;
        }
        var year = calendar.today.getYear() + Relations.step(x.word(i));
        var of = calendar.part(i, number.to() + 1, new Fields(year, 0, 0, 0));
        var part = of == null ? null : piece(i, of, x.word(number.to()).unit, number.value(), 1);
        if (part != null) {
            part.absolute = false;
        }
        return part;
    }

    /** "The first two weeks of 2021", "the last Monday in May", "second half of next year", "third quarter". */
    private @Nullable Part nth(int i) {
        var at = x.is(i, Role.THE) ? i + 1 : i;
        var number = Numeral.at(x, at);
        var last = x.is(at, Role.LAST) && !x.is(at, Role.RECENT) || x.spells(at, "final");
        if (!last && (number == null || !number.ordinal())) {
            return null;
        }
        var behind = last || number == null ? at + 1 : number.to();
        var value = last || number == null ? -1 : number.value();
        if (x.word(behind).isWeekday()) {
            return weekday(i, behind, value);
        }
        var count = points.durations.count(behind);
        var unit = count == null ? x.word(behind).unit : count.unit();
        if (unit == Unit.NONE || unit.isClock()) {
            return value > 0 ? dayOf(i, behind, value) : null;
        }
        return nth(i, count == null ? behind + 1 : count.to(), unit, value, count == null ? 1 : count.value());
    }

    private @Nullable Part nth(int i, int to, Unit unit, int value, int count) {
        var of = x.is(to, Role.OF | Role.IN) ? of(to + 1) : points.years.isYear(to) ? of(to) : null;
        if (of != null) {
            var article =
                    x.is(i, Role.THE) && unit != Unit.QUARTER && unit != Unit.HALF ? i : x.is(i, Role.THE) ? i + 1 : i;
            return piece(article, of, unit, value, count);
        }
        return unit == Unit.QUARTER && value > 0 ? quarter(x.is(i, Role.THE) ? i + 1 : i, to, unit, value) : null;
    }

    /** What the pieces are of: a year, a month, "the month". */
    private @Nullable Part of(int i) {
        var at = x.is(i, Role.THE) ? i + 1 : i;
        var part = points.at(at);
        var unit = x.word(at).unit;
        if (part == null && unit.isDays() && at > i) {
            part = calendar.unit(at, at + 1, unit.startOf(calendar.today), unit);
        }
        return part == null || part.kind != DateExpression.Kind.SPAN ? null : part;
    }

    private @Nullable Part quarter(int i, int to, Unit unit, int n) {
        var year = points.years.after(to);
        if (n < 1 || n > 4) {
            return null;
        }
        if (year != null) {
            var part = points.digits.part(i, year.to(), year.value(), unit, n);
            if (part != null) {
                part.absolute = year.absolute();
            }
            return part;
        }
        var start = LocalDate.of(calendar.today.getYear(), 3 * n - 2, 1);
        var past = start.isAfter(calendar.today) ? start.minusYears(1) : start;
        var current = !unit.endFrom(past).isBefore(calendar.today);
        var part = calendar.unit(i, to, past, unit);
        part.future = current ? part.past : calendar.unit(i, to, past.plusYears(1), unit).past;
        return part.sure(VAGUE);
    }

    /** "The 21st of next month", "the 5th this month". */
    private @Nullable Part dayOf(int i, int at, int day) {
        var behind = x.is(at, Role.OF) ? at + 1 : at;
        behind += x.is(behind, Role.THE) ? 1 : 0;
        var step = x.is(behind, Role.RELATION) ? Relations.step(x.word(behind)) : 0;
        var unit = x.is(behind, Role.RELATION) ? behind + 1 : behind;
        if (x.word(unit).unit != Unit.MONTH || unit == at) {
            return null;
        }
        var month = calendar.today.withDayOfMonth(1).plusMonths(step);
        var part = calendar.part(i, unit + 1, new Fields(month.getYear(), month.getMonthValue(), day, 0));
        if (part != null) {
            part.absolute = false;
        }
        return part;
    }

    private @Nullable Part weekday(int i, int at, int n) {
        var of = x.is(at + 1, Role.OF | Role.IN) ? of(at + 2) : null;
        var first = of == null ? null : of.future.firstDay();
        var last = of == null ? null : of.future.lastDay();
        if (of == null || first == null || last == null || n > MOST) {
            return null;
        }
        var weekday = x.word(at).weekday;
        var day = n < 0
                ? Calendar.lastBefore(last.plusDays(1), weekday)
                : Calendar.firstBehind(first.minusDays(1), weekday).plusDays((long) WEEK * (n - 1));
        if (day.isAfter(last)) {
            return null;
        }
        var part = Part.day(i, of.to, day);
        part.absolute = of.absolute;
        return part;
    }

    /** @param n from the end if negative */
    private @Nullable Part piece(int i, Part of, Unit unit, int n, int count) {
        var past = piece(of.past, unit, n, count);
        var future = piece(of.future, unit, n, count);
        if (past == null || future == null) {
            return null;
        }
        var part = new Part(i, of.to, past, future).precise(unit.precision()).toward(of.direction);
        part.kind = unit == Unit.DAY && count == 1 ? DateExpression.Kind.POINT : DateExpression.Kind.SPAN;
        part.absolute = of.absolute;
        return part;
    }

    private static @Nullable Reading piece(Reading whole, Unit unit, int n, int count) {
        var first = whole.firstDay();
        var last = whole.lastDay();
        if (first == null || last == null || n > MOST || count < 1 || count > MOST) {
            return null;
        }
        var start = n < 0 ? unit.plus(lastStart(unit, last), 1 - count) : unit.plus(firstStart(unit, first), n - 1);
        var end = unit.endFrom(unit.plus(start, count - 1));
        return start.isAfter(last) ? null : Reading.days(start, end);
    }

    /** A week belongs to the month or year that holds its Thursday. */
    private static LocalDate firstStart(Unit unit, LocalDate first) {
        if (unit != Unit.WEEK) {
            return unit == Unit.WEEKEND ? Calendar.firstBehind(first.minusDays(1), 6) : first;
        }
        var monday = Unit.WEEK.startOf(first);
        return monday.plusDays(3).isBefore(first) ? monday.plusWeeks(1) : monday;
    }

    private static LocalDate lastStart(Unit unit, LocalDate last) {
        if (unit != Unit.WEEK) {
            return unit.startOf(last);
        }
        var monday = Unit.WEEK.startOf(last);
        return monday.plusDays(3).isAfter(last) ? monday.minusWeeks(1) : monday;
    }
}
