// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Pieces of a part of the calendar: "early next week", "mid-November", "the end of the month", "later this year". */
final class Phases {
    private static final int DECADE = 3_650;
    private static final int MOST_NESTED = 2;

    private final Lexemes x;
    private final Points points;
    private final Calendar calendar;
    private int nested;

    Phases(Lexemes x, Points points, Calendar calendar) {
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
        var word = x.word(i);
        if (word.is(Role.REST) && x.is(i + 1, Role.OF)) {
            return rest(i);
        }
        var part = word.is(Role.EDGE) ? edge(i, word) : null;
        if (part == null && word.is(Role.PHASE)) {
            part = phase(i, word);
        }
        return part == null && word.isUnit() ? unitsEnd(i) : part;
    }

    /** "End of the month", "beginning of March", "Ende November", "end of month". */
    private @Nullable Part edge(int i, Word word) {
        var of = x.is(i + 1, Role.OF);
        if (!of && !x.dayFirst()) {
            return null;
        }
        var at = of ? i + 2 : i + 1;
        var part = whole(at);
        if (part == null || !of && part.isDay()) {
            return null;
        }
        var role = word.is(Role.START) ? Role.EARLY : word.is(Role.END) ? Role.LATE : Role.MID;
        var cut = cut(i, part, role, isRelated(at));
        cut.edge = word.is(Role.START) ? Role.START : word.is(Role.END) ? Role.END : Role.MIDDLE;
        cut.whole = part;
        return cut;
    }

    /** A part of the calendar, also "the month" and "month". */
    private @Nullable Part whole(int i) {
        var at = x.is(i, Role.THE) ? i + 1 : i;
        var unit = x.word(at).unit;
        var part = points.at(at);
        if (part != null && !part.weak || part != null && points.years.isYear(at)) {
            return part;
        }
        if (unit == Unit.NONE || unit.isClock() || !unit.isDays()) {
            return null;
        }
        return calendar.unit(i, at + 1, unit.startOf(calendar.today), unit);
    }

    private boolean isRelated(int i) {
        var at = x.is(i, Role.THE) ? i + 1 : i;
        return x.is(at, Role.RELATION) || x.word(at).isUnit();
    }

    /** "Early next week", "mid-November", "late 2025", "early Thursday". */
    private @Nullable Part phase(int i, Word word) {
        var at = x.isSign(i + 1, '-') ? i + 2 : i + 1;
        at += x.is(at, Role.IN | Role.ON) && !x.is(i + 1, Role.RELATION) ? 1 : 0;
        at += x.is(at, Role.THE) && x.word(at + 1).isUnit() ? 1 : 0;
        if (x.is(at, Role.PHASE | Role.EDGE)) {
            return null;
        }
        var part = at == i + 1 || x.isSign(i + 1, '-') ? whole(at) : calendarPart(at);
        if (part == null || part.precision == Precision.HOUR || part.kind == DateExpression.Kind.TO_GO) {
            return null;
        }
        if (part.isDay()) {
            return part.reaching(i, part.to);
        }
        var role = word.is(Role.EARLY) ? Role.EARLY : word.is(Role.LATE) ? Role.LATE : Role.MID;
        var cut = cut(i, part, role, isRelated(at));
        return x.spells(i, "earlier") || x.spells(i, "later") ? clamped(cut, role) : cut;
    }

    private @Nullable Part calendarPart(int at) {
        return x.word(at).isMonth()
                        || points.years.isYear(at)
                        || x.word(at).isUnit()
                        || x.word(at).isWeekday()
                ? whole(at)
                : null;
    }

    /** "Earlier this week" ends with today, "later this week" begins with it. */
    private Part clamped(Part part, long role) {
        var first = part.future.firstDay();
        var last = part.future.lastDay();
        var today = calendar.today;
        if (first == null || last == null || !part.isUnique() || part.direction != Direction.EITHER) {
            return part;
        }
        if (role == Role.EARLY && last.isAfter(today) && !first.isAfter(today)) {
            part.past = part.future = Reading.days(first, today);
        } else if (role == Role.LATE && first.isBefore(today) && !last.isBefore(today)) {
            part.past = part.future = Reading.days(today, last);
        }
        return part.toward(role == Role.EARLY ? Direction.BACKWARD : Direction.FORWARD);
    }

    /** "The rest of the week": from today on. */
    private @Nullable Part rest(int i) {
        var part = whole(i + 2);
        var last = part == null ? null : part.future.lastDay();
        if (part == null || last == null || last.isBefore(calendar.today)) {
            return null;
        }
        return Part.span(i, part.to, calendar.today, last, part.precision).toward(Direction.FORWARD);
    }

    /** "Year-end", "month's end". */
    private @Nullable Part unitsEnd(int i) {
        var unit = x.word(i).unit;
        var at = x.isSign(i + 1, '\'') ? i + 3 : x.isSign(i + 1, '-') ? i + 2 : i;
        if (at == i || unit.isClock() || !x.spells(at, "end") || !x.isSign(i + 1, '-') && !x.spells(i + 2, "s")) {
            return null;
        }
        var year = unit == Unit.YEAR ? points.years.after(at + 1) : null;
        var start = year == null ? unit.startOf(calendar.today) : LocalDate.of(year.value(), 1, 1);
        var part = calendar.unit(i, year == null ? at + 1 : year.to(), start, unit);
        var cut = cut(i, part, Role.LATE, year == null);
        cut.edge = Role.END;
        cut.whole = part;
        cut.absolute = year != null && year.absolute();
        return cut;
    }

    private Part cut(int i, Part part, long role, boolean related) {
        UnaryOperator<Reading> piece = reading -> piece(reading, part.precision, role, related);
        var cut = new Part(i, part.to, piece.apply(part.past), piece.apply(part.future))
                .precise(part.precision)
                .toward(part.direction)
                .sure(part.confidence);
        cut.kind = part.isDay() ? DateExpression.Kind.POINT : DateExpression.Kind.SPAN;
        cut.absolute = part.absolute;
        return cut;
    }

    private static Reading piece(Reading reading, Precision precision, long role, boolean related) {
        var first = reading.firstDay();
        var last = reading.lastDay();
        if (first == null || last == null || first.equals(last)) {
            return reading;
        }
        var cut = cut(precision, role, related, first, last);
        var from = cut.firstDay();
        var to = cut.lastDay();
        if (from == null || to == null || from.isAfter(to) || to.isAfter(last) || from.isBefore(first)) {
            return reading;
        }
        return cut;
    }

    private static Reading cut(Precision precision, long role, boolean related, LocalDate first, LocalDate last) {
        var days = ChronoUnit.DAYS.between(first, last) + 1;
        if (precision == Precision.WEEK) {
            return slice(role, first, last, first.plusDays(2), first.plusDays(1), first.plusDays(4), first.plusDays(3));
        } else if (precision == Precision.MONTH) {
            return slice(
                    role, first, last, first.plusDays(14), first.plusDays(9), first.plusDays(19), first.plusDays(15));
        } else if (precision == Precision.YEAR && days < DECADE / 2) {
            return related ? half(role, first, last) : third(role, first, last, 4);
        } else if (precision == Precision.QUARTER) {
            return third(role, first, last, days > 100 ? 2 : 1);
        }
        return third(role, first, last, (int) (days / 90));
    }

    private static Reading half(long role, LocalDate first, LocalDate last) {
        var middle = first.plusMonths(6);
        return slice(
                role,
                first,
                last,
                middle.minusDays(1),
                first.plusMonths(3),
                first.plusMonths(9).minusDays(1),
                middle);
    }

    private static Reading third(long role, LocalDate first, LocalDate last, int months) {
        var a = first.plusMonths(months);
        var b = first.plusMonths(2L * months);
        return slice(role, first, last, a.minusDays(1), a, b.minusDays(1), b);
    }

    private static Reading slice(
            long role,
            LocalDate first,
            LocalDate last,
            LocalDate earlyEnd,
            LocalDate midStart,
            LocalDate midEnd,
            LocalDate lateStart) {
        if (role == Role.EARLY) {
            return Reading.days(first, earlyEnd);
        }
        return role == Role.LATE ? Reading.days(lateStart, last) : Reading.days(midStart, midEnd);
    }
}
