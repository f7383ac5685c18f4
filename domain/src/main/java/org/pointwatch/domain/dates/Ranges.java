// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dates.DateExpression.Kind;

/**
 * What lies between two dates: "from Monday to Thursday", "May 3-7", "between Jan 2019 and today". A last end that is
 * a day is in; one that is a month or year is where the span stops, so "from May to September" ends with August, and
 * the reading that takes September in stands beside it.
 */
final class Ranges {
    private static final double LIKELY = 0.9;

    private final Lexemes x;
    private final Points points;
    private final Calendar calendar;

    Ranges(Lexemes x, Points points) {
        this.x = x;
        this.points = points;
        this.calendar = points.calendar();
    }

    /** @param first what begins at the place without a preposition, if anything does */
    @Nullable
    Part at(int i, @Nullable Part first) {
        if (x.is(i, Role.FROM | Role.BETWEEN)) {
            var opened = opened(i, x.is(i, Role.BETWEEN));
            if (opened != null) {
                return opened;
            }
        }
        if (first == null) {
            return x.isNumber(i) ? days(i) : null;
        }
        var connector = connector(first.to, false);
        var last = connector < 0 ? null : last(connector, first);
        if (last == null || isApposition(first, last) || first.weak != last.weak && !isNumeric(first, last)) {
            return x.isNumber(i) ? days(i) : null;
        }
        return combined(i, first, last);
    }

    /** "Tuesday - May 25": one day told twice. */
    private static boolean isApposition(Part first, Part last) {
        return first.fields.weekday() > 0 && first.fields.month() == 0 && last.fields.month() > 0;
    }

    /** Years, or days in digits, that are believed in company. */
    private static boolean isNumeric(Part first, Part last) {
        var years = first.fields.year() > 0 && first.fields.day() == 0;
        return first.weak && (years || first.fields.month() > 0) || last.weak && first.fields.month() > 0;
    }

    private @Nullable Part opened(int i, boolean between) {
        var at = i + 1;
        at += x.is(at, Role.THE) && points.at(at) == null ? 1 : 0;
        var first = points.at(at);
        first = first == null ? points.bareDay(at) : first;
        var connector = first == null ? -1 : connector(first.to, between);
        var last = first == null || connector < 0 ? null : last(connector, first);
        return first == null || last == null ? null : combined(i, first, last);
    }

    /** The lexeme behind what joins the two ends; -1 if nothing does. */
    private int connector(int i, boolean between) {
        var sign = x.sign(i);
        if (sign == '-' || sign == '\u2013') {
            return i + 1;
        }
        var joins = x.is(i, Role.TO) || between && x.is(i, Role.AND);
        return joins ? x.is(i + 1, Role.TO) && x.is(i, Role.TO | Role.UNTIL) ? i + 2 : i + 1 : -1;
    }

    private @Nullable Part last(int i, Part first) {
        if (x.is(i, Role.DATE) && x.is(i - 1, Role.TO)) {
            return Part.day(i, i + 1, calendar.today);
        }
        if (x.is(i, Role.THIS) && x.is(i + 1, Role.DATE)) {
            return Part.day(i, i + 2, calendar.today);
        }
        var at = x.is(i, Role.ON) ? i + 1 : i;
        var part = points.at(at);
        if (part == null && x.is(at, Role.THE)) {
            at++;
            part = points.at(at);
        }
        if (part != null) {
            return part;
        }
        var month = first.fields.month() > 0 && first.fields.day() > 0 || first.fields.day() > 0;
        return month && !x.touches(i - 1) == !x.touches(i) || first.fields.month() > 0 ? bareDay(at, first) : null;
    }

    private @Nullable Part bareDay(int i, Part first) {
        var day = points.bareDay(i);
        return first.fields.day() > 0 && day != null && (first.fields.month() > 0 || !first.weak) ? day : null;
    }

    /** "3-7 May", "3 to 7 May 2026". */
    private @Nullable Part days(int i) {
        var first = points.bareDay(i);
        var connector = first == null ? -1 : connector(first.to, false);
        if (first == null || connector < 0) {
            return null;
        }
        var last = points.months.dayFirst(connector);
        return last == null || last.fields.day() <= first.fields.day() ? null : combined(i, first, last);
    }

    private @Nullable Part combined(int i, Part first, Part last) {
        var a = shared(first, last);
        var b = a == null ? null : follow(last, a);
        if (a == null || b == null) {
            return null;
        }
        var part = paired(i, last.to, a, b);
        if (part != null) {
            part.absolute = a.absolute && b.absolute;
            part.precision = a.precision.compareTo(b.precision) > 0 ? a.precision : b.precision;
            part.sure(a.confidence).sure(b.confidence).toward(b.direction);
            part.fields = a.fields;
            part.zone = b.zone == null ? a.zone : b.zone;
        }
        return part;
    }

    /** The first end, with what it leaves to the last one to say. */
    private @Nullable Part shared(Part first, Part last) {
        var f = first.fields;
        var l = last.fields;
        if (f.day() > 0 && f.month() == 0 && f.weekday() == 0 && l.month() > 0 && f.day() < l.day()) {
            return again(first, f.withMonth(l.month()).withYear(l.year()), last);
        }
        if (f.month() > 0 && f.year() == 0 && l.year() > 0) {
            var later = f.month() > l.month() && l.month() > 0;
            return again(first, f.withYear(later ? l.year() - 1 : l.year()), last);
        }
        return first;
    }

    private @Nullable Part again(Part part, Fields fields, Part other) {
        var again = calendar.part(part.from, part.to, fields.withWeekday(0));
        if (again != null) {
            again.absolute = other.absolute && fields.year() > 0;
        }
        return again;
    }

    /** The last end, seen from the first one. */
    private @Nullable Part follow(Part last, Part a) {
        var l = last.fields;
        var f = a.fields;
        if (l.day() > 0 && l.month() == 0 && l.weekday() == 0 && f.month() > 0) {
            var month = l.day() > f.day() ? f.month() : f.month() % 12 + 1;
            var year = f.year() > 0 && month < f.month() ? f.year() + 1 : f.year();
            return again(last, new Fields(year, month, l.day(), 0), a);
        }
        if (l.month() > 0 && l.year() == 0 && f.year() > 0 && !last.isUnique()) {
            return again(last, l.withYear(l.month() < f.month() ? f.year() + 1 : f.year()), a);
        }
        var weekday = l.weekday() > 0 && l.month() == 0 && l.day() == 0;
        return weekday ? weekdayBehind(last, a) : last;
    }

    private Part weekdayBehind(Part last, Part a) {
        var past = a.past.firstDay();
        var future = a.future.firstDay();
        if (past == null || future == null || last.precision != Precision.DAY) {
            return last;
        }
        var weekday = last.fields.weekday();
        return new Part(
                last.from,
                last.to,
                Reading.day(Calendar.firstBehind(past, weekday)),
                Reading.day(Calendar.firstBehind(future, weekday)));
    }

    /** The past and the future pair of ends; an end that would come before its start takes the other's. */
    private static @Nullable Part paired(int i, int to, Part a, Part b) {
        var pastStart = start(a, a.past);
        var futureStart = start(a, a.future);
        var pastEnd = end(b, b.past, false);
        var futureEnd = end(b, b.future, false);
        if (pastStart == null || futureStart == null || pastEnd == null || futureEnd == null) {
            return null;
        }
        futureStart = futureStart.isAfter(futureEnd) ? pastStart : futureStart;
        pastEnd = pastStart.isAfter(pastEnd) ? futureEnd : pastEnd;
        if (futureStart.isAfter(futureEnd) || pastStart.isAfter(pastEnd)) {
            return null;
        }
        var timed = a.future.timed() || b.future.timed();
        var part = new Part(i, to, new Reading(pastStart, pastEnd, timed), new Reading(futureStart, futureEnd, timed));
        part.kind = Kind.SPAN;
        inclusive(part, b, futureStart);
        return part;
    }

    private static void inclusive(Part part, Part b, LocalDateTime start) {
        var whole = end(b, b.future, true);
        if (whole != null && !whole.equals(end(b, b.future, false))) {
            part.others.add(new Reading(start, whole, part.future.timed()));
            part.sure(LIKELY);
        }
    }

    private static @Nullable LocalDateTime start(Part part, Reading reading) {
        var last = reading.to();
        if (part.edge == Role.END && last != null) {
            return last.plusDays(1);
        }
        if (part.edge == Role.MIDDLE && part.whole != null) {
            return middle(reading.equals(part.past) ? part.whole.past : part.whole.future);
        }
        return reading.from();
    }

    private static @Nullable LocalDateTime middle(Reading whole) {
        var first = whole.firstDay();
        var last = whole.lastDay();
        if (first == null || last == null) {
            return null;
        }
        LocalDate middle = first.plusDays((ChronoUnit.DAYS.between(first, last) + 1) / 2);
        return middle.atStartOfDay();
    }

    private static @Nullable LocalDateTime end(Part part, Reading reading, boolean whole) {
        var from = reading.from();
        if (part.edge == Role.END || part.isNear() || part.kind == Kind.TO_GO || whole) {
            return reading.to();
        }
        if (part.edge == Role.MIDDLE && part.whole != null) {
            var middle = middle(reading.equals(part.past) ? part.whole.past : part.whole.future);
            return middle == null ? null : middle.minusDays(1);
        }
        return from == null ? null : part.edge == Role.START ? from : from.minusDays(1);
    }
}
