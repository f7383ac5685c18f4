// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dates.Bounds.Bounded;
import org.pointwatch.domain.dates.DateExpression.Kind;

/** Reads the expressions of one text. */
final class Reader {
    private static final int LAST_YEAR = 9999;
    private static final double WEAK = 0.6;

    private final Lexemes x;
    private final DateContext context;
    private final Points points;
    private final Ranges ranges;
    private final Bounds bounds;
    private final Tense tense;
    private int end;

    Reader(Lexemes x, DateContext context) {
        this.x = x;
        this.context = context;
        points = new Points(x, context);
        ranges = new Ranges(x, points);
        bounds = new Bounds(x, points, ranges);
        tense = new Tense(x);
    }

    /** The lexeme behind the last expression. */
    int end() {
        return end;
    }

    @Nullable
    DateExpression at(int i) {
        var range = x.is(i, Role.FROM) ? ranges.at(i, null) : null;
        var bounded = range == null ? bounds.at(i) : null;
        if (bounded != null) {
            return expression(bounded);
        }
        var part = unbounded(i);
        return part == null || part.weak && !isBelieved(part)
                ? null
                : expression(new Bounded(Bound.NONE, part.from, part));
    }

    private @Nullable Part unbounded(int i) {
        var toDate = toDate(i);
        if (toDate != null) {
            return toDate;
        }
        var on = x.is(i, Role.ON) && i + 1 < x.count;
        var at = on ? i + 1 : i;
        var first = points.at(at);
        var part = Points.longer(first, ranges.at(at, first));
        part = Points.longer(part, points.clocks.beforeDay(at, points));
        part = Points.longer(part, points.nths.commencing(at));
        part = Points.longer(part, points.names.weekendOf(at));
        part = Points.longer(part, points.names.eveOf(at));
        if (!on || part == null) {
            return part;
        }
        var span = part.kind == Kind.SPAN && part.isMonthDays();
        return span ? part.reaching(i, part.to) : part.from == i ? part : null;
    }

    /** "To date", "year to date". */
    private @Nullable Part toDate(int i) {
        var unit = x.word(i).unit;
        var at = unit == Unit.NONE ? i : i + 1;
        if (!x.is(at, Role.TO) || !x.is(at + 1, Role.DATE)) {
            return null;
        }
        var from = unit.isDays() ? unit.startOf(points.today()) : null;
        var reading = Reading.days(from, points.today());
        var part = new Part(i, at + 2, reading, reading).precise(Precision.DAY).toward(Direction.BACKWARD);
        part.kind = Kind.SPAN;
        return part;
    }

    /** Whether the words around it make a bare number a date. */
    private boolean isBelieved(Part part) {
        var fields = part.fields;
        if (fields.month() == 0 && fields.day() == 0) {
            return bounds.isYear(part) && isYearHere(part);
        }
        var before = part.from - 1;
        before -= x.is(before, Role.THE) ? 1 : 0;
        var led = x.is(before, Role.ON | Role.UNTIL)
                || part.from == end + 1 && (x.isSign(end, ',') || x.is(end, Role.OR | Role.AND));
        return led && (fields.month() > 0 || points.weekdays.endsAt(part.to)) || isWhole(part);
    }

    /** A text that is a date and nothing else. */
    private boolean isWhole(Part part) {
        return part.from == 0 && part.to == x.count && part.fields.month() > 0;
    }

    /** Years behind a preposition, or ones that nobody would count with. */
    private boolean isYearHere(Part part) {
        var year = part.fields.year();
        if (isOfNoDate(part.from)) {
            return false;
        }
        var before = x.word(part.from - 1);
        if (before.is(Role.IN | Role.OF | Role.FROM | Role.SINCE | Role.UNTIL | Role.AFTER | Role.BEFORE)) {
            return true;
        }
        var signs = x.sign(part.from - 1);
        var bound = x.touches(part.from) && (signs == '-' || signs == '/' || signs == ':' || signs == '_');
        return year >= 1900
                && year < 2100
                && !bound
                && !before.is(Role.AT | Role.THAN | Role.MORE)
                && !x.word(part.to).isUnit();
    }

    /** The year of "31 February 2025". */
    private boolean isOfNoDate(int i) {
        var at = x.isSign(i - 1, ',') ? i - 2 : i - 1;
        at -= x.isNumber(at) && x.digits(at) <= 2 ? 1 : 0;
        at -= x.isSign(at, '.') ? 1 : 0;
        return x.word(at).isMonth();
    }

    private @Nullable DateExpression expression(Bounded bounded) {
        var core = bounded.core();
        var from = bounded.from();
        if (!isWithinYears(core.past) || !isWithinYears(core.future)) {
            return null;
        }
        end = core.to;
        var readings = readings(core, bounded);
        if (bounded.bound() == Bound.NONE) {
            return expression(core, from, Bound.NONE, readings, null);
        }
        var inner = expression(core, core.from, Bound.NONE, readings, null);
        var opened = Bounds.opened(bounded.bound(), core);
        return expression(core, from, bounded.bound(), mapped(readings, opened), inner);
    }

    private static boolean isWithinYears(Reading reading) {
        var from = reading.from();
        var to = reading.to();
        return isWithinYears(from) && isWithinYears(to) && (from == null || to == null || !from.isAfter(to));
    }

    private static boolean isWithinYears(@Nullable LocalDateTime moment) {
        return moment == null || moment.getYear() >= 1 && moment.getYear() <= LAST_YEAR;
    }

    private static List<Reading> mapped(List<Reading> readings, UnaryOperator<Reading> opened) {
        return readings.stream().map(opened).distinct().toList();
    }

    private List<Reading> readings(Part core, Bounded bounded) {
        if (context.reference() == null && !core.absolute) {
            return List.of(Reading.UNKNOWN);
        }
        var readings = new ArrayList<Reading>(2);
        var future = core.isUnique() || tense.isFuture(core, bounded, points.calendar().now);
        readings.add(future ? core.future : core.past);
        if (!core.isUnique()) {
            readings.add(future ? core.past : core.future);
        }
        for (var other : core.others) {
            if (isWithinYears(other) && !readings.contains(other)) {
                readings.add(other);
            }
        }
        return readings;
    }

    private DateExpression expression(
            Part core, int from, Bound bound, List<Reading> readings, @Nullable DateExpression inner) {
        var start = x.start(from);
        var stop = x.end(core.to - 1);
        return new DateExpression(
                start,
                stop,
                x.text.substring(start, stop),
                core.precision,
                bound == Bound.NONE || bound == Bound.AROUND ? core.kind : Kind.SPAN,
                core.direction,
                bound,
                readings,
                core.zone == null ? context.zone() : core.zone,
                core.weak ? Math.min(core.confidence, WEAK) : core.confidence,
                inner);
    }
}
