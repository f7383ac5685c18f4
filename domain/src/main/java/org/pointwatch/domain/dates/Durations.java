// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dates.DateExpression.Kind;
import org.pointwatch.domain.dates.Spans.Count;

/** Amounts of time counted from a day: "two days ago", "in 48 hours", "within 100 days", "3 weeks after Christmas". */
final class Durations {
    private static final int FEW = 3;
    private static final int MOST_PIECES = 4;
    private static final int MOST_NESTED = 3;
    private static final int GIVEN_WITHIN = 7;
    private static final double VAGUE = 0.4;
    private static final double LIKELY = 0.6;

    private final Lexemes x;
    private final Points points;
    private final Calendar calendar;
    private int nested;

    Durations(Lexemes x, Points points, Calendar calendar) {
        this.x = x;
        this.points = points;
        this.calendar = calendar;
    }

    /** A number with a unit, "a week", "a couple of days"; null if it is none. */
    @Nullable
    Count count(int i) {
        var number = Numeral.at(x, i);
        if (number != null) {
            if (number.ordinal() || number.value() < 1 || number.value() > Unit.MOST) {
                return null;
            }
            return unit(x.isSign(number.to(), '-') ? number.to() + 1 : number.to(), number.value(), true);
        }
        var at = x.is(i, Role.A) ? i + 1 : i;
        if (x.is(at, Role.COUPLE)) {
            return unit(x.is(at + 1, Role.OF) ? at + 2 : at + 1, 2, true);
        }
        if (x.is(at, Role.FEW)) {
            return unit(x.is(at + 1, Role.OF) ? at + 2 : at + 1, FEW, false);
        }
        if (at > i && (x.word(at).number >= Numeral.HUNDRED)) {
            return count(at);
        }
        return at == i ? null : unit(at, 1, true);
    }

    private @Nullable Count unit(int i, int value, boolean exact) {
        var working = x.is(i, Role.WORKING) && x.word(i + 1).unit == Unit.DAY;
        var at = working || x.is(i, Role.CALENDAR) ? i + 1 : i;
        var unit = x.word(at).unit;
        return unit == Unit.NONE ? null : new Count(value, working ? Unit.WORKDAY : unit, at + 1, exact);
    }

    private @Nullable Amount amount(int i) {
        var counts = new ArrayList<Count>(1);
        var at = i;
        for (var n = 0; n < MOST_PIECES; n++) {
            var joined = n > 0 && (x.is(at, Role.AND) || x.isSign(at, ',')) ? at + 1 : at;
            var count = count(joined);
            if (count == null
                    || n > 0 && count.unit().compareTo(counts.get(n - 1).unit()) >= 0) {
                break;
            }
            counts.add(count);
            at = count.to();
        }
        return counts.isEmpty() ? null : new Amount(counts, at);
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
        if (word.is(Role.AGO_BEFORE)) {
            var ago = agoBefore(i);
            if (ago != null) {
                return ago;
            }
        }
        if (word.is(Role.MORE) && x.is(i + 1, Role.THAN)) {
            return open(i, x.spells(i, "more"));
        }
        if (word.is(Role.IN | Role.WITHIN)) {
            return toGo(i, word.is(Role.WITHIN));
        }
        var amount = amount(i);
        return amount == null ? dayBeside(i) : counted(i, amount);
    }

    /** "Vor zwei Tagen", "il y a deux jours". */
    private @Nullable Part agoBefore(int i) {
        var french = x.spells(i, "il");
        if (french && !(x.spells(i + 1, "y") && x.spells(i + 2, "a"))) {
            return null;
        }
        var at = french ? i + 3 : i + 1;
        var amount = amount(at);
        return amount == null ? null : shifted(i, amount.to(), amount, -1);
    }

    private @Nullable Part counted(int i, Amount amount) {
        var to = amount.to();
        if (x.is(to, Role.AGO)) {
            return shifted(i, to + 1, amount, -1);
        }
        if (x.is(to, Role.FROM) && x.is(to + 1, Role.NOW)) {
            return shifted(i, to + 2, amount, 1);
        }
        if (x.is(to, Role.HENCE)) {
            return shifted(i, to + 1, amount, 1).sure(LIKELY);
        }
        var beside = beside(i, amount, to);
        return beside == null ? given(i, amount) : beside;
    }

    private Part shifted(int from, int to, Amount amount, int sign) {
        Part part;
        if (amount.isClock()) {
            var moment = Reading.moment(amount.from(calendar.now, sign));
            part = new Part(from, to, moment, moment).precise(Precision.HOUR);
        } else {
            part = Part.day(from, to, amount.from(calendar.today, sign))
                    .precise(amount.unit().precision());
        }
        return part.toward(Relations.direction(sign)).sure(amount.exact() ? 1 : VAGUE);
    }

    /** "Two days before yesterday", "a week from Thursday", "a week starting tomorrow". */
    private @Nullable Part beside(int i, Amount amount, int at) {
        if (!x.is(at, Role.BEFORE | Role.AFTER | Role.SINCE | Role.FROM) || amount.isClock()) {
            return null;
        }
        var other = other(at + 1);
        if (other == null) {
            return null;
        }
        var starting = x.spells(at, "starting") || x.spells(at, "beginning");
        var before = x.is(at, Role.BEFORE);
        var first = other.future.firstDay();
        var base = before || x.is(at, Role.SINCE) ? first : other.future.lastDay();
        if (first == null || base == null) {
            return null;
        }
        var end = amount.from(base, before ? -1 : 1);
        var part = starting
                ? Part.span(i, other.to, first, end.minusDays(1), amount.unit().precision())
                : Part.day(i, other.to, end).precise(amount.unit().precision());
        part.absolute = other.absolute;
        return onWeekday(part.sure(other.confidence), end);
    }

    /** The date behind a preposition, over "the", "on" and "the year". */
    private @Nullable Part other(int i) {
        var at = x.is(i, Role.ON) ? i + 1 : i;
        var year = x.is(at, Role.THE) ? at + 1 : at;
        if (x.word(year).unit == Unit.YEAR && points.years.isYear(year + 1)) {
            return points.at(year + 1);
        }
        var part = points.at(at);
        if (part == null && x.is(at, Role.THE)) {
            part = points.at(at + 1);
        }
        return part == null || part.past.equals(Reading.UNKNOWN) ? null : part;
    }

    /** "3 weeks after Christmas on Friday": the Friday of that week. */
    private Part onWeekday(Part part, LocalDate day) {
        if (!x.is(part.to, Role.ON) || !x.word(part.to + 1).isWeekday()) {
            return part;
        }
        var weekday = Calendar.weekdayIn(day, x.word(part.to + 1).weekday);
        var moved = Part.day(part.from, part.to + 2, weekday).sure(part.confidence);
        moved.absolute = part.absolute;
        return moved;
    }

    /** "The day after Thanksgiving", "the week before Easter": the unit beside. */
    private @Nullable Part dayBeside(int i) {
        var at = x.is(i, Role.THE) ? i + 1 : i;
        var unit = x.word(at).unit;
        if (unit != Unit.DAY && unit != Unit.WEEK || !x.is(at + 1, Role.BEFORE | Role.AFTER)) {
            return null;
        }
        var other = other(at + 2);
        var base = other == null ? null : other.future.lastDay();
        if (other == null || base == null) {
            return null;
        }
        var moved = unit.plus(base, x.is(at + 1, Role.BEFORE) ? -1 : 1);
        var part =
                unit == Unit.DAY ? Part.day(i, other.to, moved) : calendar.unit(i, other.to, unit.startOf(moved), unit);
        part.absolute = other.absolute;
        return part;
    }

    /** "More than two weeks ago", "less than 3 days after Easter". */
    private @Nullable Part open(int i, boolean more) {
        var part = at(i + 2);
        var day = part == null ? null : part.future.firstDay();
        if (part == null || day == null || !part.isNear()) {
            return null;
        }
        var back = part.direction == Direction.BACKWARD || x.isBetween(i, part.to, Role.BEFORE);
        var reading = back == more
                ? Reading.days(null, back ? day.minusDays(1) : day)
                : Reading.days(back ? day : day.plusDays(1), null);
        var span =
                new Part(i, part.to, reading, reading).precise(part.precision).toward(part.direction);
        span.kind = Kind.SPAN;
        span.absolute = part.absolute;
        return span.sure(part.confidence);
    }

    /** "In 48 hours", "within 100 days", "in the next few weeks". */
    private @Nullable Part toGo(int i, boolean within) {
        var at = x.is(i + 1, Role.WITHIN) ? i + 2 : i + 1;
        at += x.is(at, Role.THE | Role.OF) ? 1 : 0;
        var ahead = x.is(at, Role.NEXT | Role.COMING);
        var amount = amount(ahead ? at + 1 : at);
        if (amount == null || !x.dayFirst() && at > i + 1 && !ahead || !within && isRecord(i)) {
            return null;
        }
        var beside = !ahead ? beside(i, amount, amount.to()) : null;
        if (beside != null) {
            return beside;
        }
        return x.is(amount.to(), Role.OF | Role.AFTER | Role.FROM)
                ? (within ? depending(i, amount) : null)
                : left(i, amount, within || ahead || at > i + 1);
    }

    /** "For the first time in ten years" looks back. */
    private boolean isRecord(int i) {
        return x.is(i - 1, Role.TIME) || x.word(i - 1).unit == Unit.DAY || x.spells(i - 1, "once");
    }

    private Part left(int from, Amount amount, boolean span) {
        var part = shifted(from, amount.to(), amount, 1);
        part.kind = Kind.TO_GO;
        if (span) {
            var end = part.future;
            var start = part.precision == Precision.HOUR ? calendar.now : calendar.today.atStartOfDay();
            part.past = part.future = new Reading(start, end.to(), end.timed());
        }
        return part;
    }

    /** "Within 100 days of the signing": of a day, or of what is no date. */
    private Part depending(int i, Amount amount) {
        var other = x.is(amount.to(), Role.OF) ? other(amount.to() + 1) : null;
        var base = other == null ? null : other.future.lastDay();
        if (other != null && base != null && !amount.isClock()) {
            var part = Part.span(
                    i, other.to, base, amount.from(base, 1), amount.unit().precision());
            part.absolute = other.absolute;
            return part;
        }
        var part = new Part(i, amount.to(), Reading.UNKNOWN, Reading.UNKNOWN).sure(VAGUE);
        part.kind = Kind.TO_GO;
        return part.precise(amount.unit().precision()).toward(Direction.FORWARD);
    }

    /** "Gave Kyiv four days to answer", "a 48-hour ultimatum". */
    private @Nullable Part given(int i, Amount amount) {
        var to = amount.to();
        var limit = x.is(to, Role.LIMIT);
        if (!limit && !(x.is(to, Role.TO) && isGiven(i))) {
            return null;
        }
        return left(i, amount, false).sure(LIKELY);
    }

    private boolean isGiven(int i) {
        for (int at = i - 1; at >= i - GIVEN_WITHIN && x.sign(at) != '.' && x.sign(at) != '\n'; at--) {
            if (x.is(at, Role.GIVES)) {
                return true;
            }
        }
        return false;
    }
}
