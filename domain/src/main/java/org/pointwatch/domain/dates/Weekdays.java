// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dates that begin with a weekday: "Thursday", "Thursday, November 27", "Mon 13th", "Tuesday of next week". */
final class Weekdays {
    private static final Set<String> TITLES = Set.of(
            "times",
            "telegraph",
            "express",
            "mirror",
            "post",
            "world",
            "herald",
            "independent",
            "mail",
            "island",
            "night",
            "review",
            "politics",
            "brunch");

    private static final double LIKELY = 0.8;

    private final Lexemes x;
    private final Points points;
    private final Calendar calendar;

    Weekdays(Lexemes x, Points points, Calendar calendar) {
        this.x = x;
        this.points = points;
        this.calendar = calendar;
    }

    @Nullable
    Part at(int i) {
        var word = x.word(i);
        if (!word.isWeekday() || isName(i)) {
            return null;
        }
        var behind = word.abbreviated && x.isSign(i + 1, '.') && x.touches(i + 1) ? i + 2 : i + 1;
        var dated = dated(i, behind, word.weekday);
        if (dated == null && x.relationBehind() && x.is(i + 1, Role.RELATION)) {
            dated = near(i, i, x.word(i + 1));
            dated.to = i + 2;
        }
        if (dated == null) {
            dated = inWeek(i, behind, word.weekday);
        }
        return dated != null || word.abbreviated && !standsAlone(i) ? dated : calendar.weekday(i, i + 1, word.weekday);
    }

    /** "Sunday Times", "Mail on Sunday". */
    private boolean isName(int i) {
        if (x.isCapital(i + 1) && x.isCapital(i) && x.word(i + 1) == Word.NONE && !x.isNumber(i + 1)) {
            return TITLES.contains(
                    x.text.substring(x.start(i + 1), x.end(i + 1)).toLowerCase(Locale.ROOT));
        }
        return x.is(i - 1, Role.ON) && x.spells(i - 2, "mail") && x.isCapital(i - 2);
    }

    private boolean standsAlone(int i) {
        return x.isCapital(i) && !x.word(i).shaky
                || x.isCapital(i) && x.isSign(i + 1, '.') && x.is(i - 1, Role.ON | Role.RELATION | Role.UNTIL);
    }

    private @Nullable Part dated(int i, int behind, int weekday) {
        var open = x.isSign(behind, ',') || x.isSign(behind, '(') || x.isSign(behind, '-') && x.touches(behind + 1);
        var at = open ? behind + 1 : behind;
        at += x.is(at, Role.THE) ? 1 : 0;
        var inner = points.calendarDate(at);
        if (inner == null) {
            return x.isSign(behind, ',') ? null : numbered(i, at, weekday, at > behind);
        }
        var closed = x.isSign(behind, '(') && x.isSign(inner.to, ')') ? inner.to + 1 : inner.to;
        if (inner.fields.day() == 0 || x.isSign(behind, '(') && closed == inner.to) {
            return null;
        }
        var part = calendar.part(i, closed, inner.fields.withWeekday(weekday));
        if (part != null) {
            part.absolute = inner.absolute;
            part.others.addAll(inner.others);
        }
        return part;
    }

    /** "Monday 21", "Mon 13th", "Tuesday the eleventh". */
    private @Nullable Part numbered(int i, int at, int weekday, boolean the) {
        var day = points.months.dayAt(at);
        if (day == null || !day.ordinal() && (day.spelled() || !endsAt(day.to())) || isThing(day)) {
            return null;
        }
        var here = the ? calendar.dayOfThisMonth(day.value(), weekday) : null;
        if (here != null) {
            return Part.day(i, day.to(), here);
        }
        return calendar.part(i, day.to(), new Fields(0, 0, day.value(), weekday));
    }

    /** "The second meeting", "a third time": an ordinal word that counts things. */
    private boolean isThing(Numeral day) {
        return day.spelled() && !endsAt(day.to());
    }

    /** Whether no noun follows that the number could count. */
    boolean endsAt(int to) {
        var sign = x.sign(to);
        return sign != Lexemes.NUMBER && sign != '%' && sign != ':' && (sign != Lexemes.WORD || isSmall(to));
    }

    private boolean isSmall(int to) {
        return x.is(
                to,
                Role.AND
                        | Role.OR
                        | Role.TO
                        | Role.AT
                        | Role.IN
                        | Role.ON
                        | Role.FROM
                        | Role.UNTIL
                        | Role.WITH
                        | Role.THIS
                        | Role.AFTER
                        | Role.BEFORE);
    }

    /** "Wednesday of next week", "Monday two weeks from now". */
    private @Nullable Part inWeek(int i, int behind, int weekday) {
        var of = x.is(behind, Role.OF | Role.IN) || x.isSign(behind, ',');
        var at = of ? behind + 1 : behind;
        at += x.is(at, Role.THE) ? 1 : 0;
        var week = x.is(at, Role.RELATION) ? points.units.related(at) : null;
        if (week == null && !of) {
            week = points.durations.at(at);
        }
        return week == null || week.precision != Precision.WEEK ? null : within(i, week, weekday, of);
    }

    private @Nullable Part within(int i, Part week, int weekday, boolean of) {
        var day = week.future.firstDay();
        if (day == null) {
            return null;
        }
        var from = of && x.is(i - 1, Role.ON) && !x.isSign(i + 1, ',') ? i - 1 : i;
        var part = Part.day(from, week.to, Calendar.weekdayIn(day, weekday));
        return part.toward(week.direction).sure(week.confidence);
    }

    /** "This Friday", "next Friday", "last Friday", with or without its date. */
    @Nullable
    Part related(int i, int at, Word relation) {
        var dated = at(at);
        if (dated != null && dated.fields.month() > 0) {
            return points.units.shiftedYear(i, dated, 0);
        }
        if (x.word(at).shaky && !x.isCapital(at)) {
            return null;
        }
        return near(i, at, relation);
    }

    private Part near(int i, int at, Word relation) {
        var weekday = x.word(at).weekday;
        var chosen = chosen(relation, weekday);
        var part = Part.day(i, at + 1, chosen).toward(Relations.direction(Relations.step(relation)));
        var other = other(relation, weekday);
        if (!other.equals(chosen)) {
            part.others.add(Reading.day(other));
            part.sure(LIKELY);
        }
        return part;
    }

    private LocalDate chosen(Word relation, int weekday) {
        var today = calendar.today;
        if (relation.is(Role.COMING)) {
            return Calendar.firstBehind(today, weekday);
        }
        if (relation.is(Role.LAST | Role.RECENT)) {
            return Calendar.lastBefore(today, weekday);
        }
        var sunday = Calendar.weekday(today) == 7 && weekday < 7;
        return Calendar.weekdayIn(relation.is(Role.NEXT) || sunday ? today.plusWeeks(1) : today, weekday);
    }

    /** What others mean by it. */
    private LocalDate other(Word relation, int weekday) {
        var today = calendar.today;
        if (relation.is(Role.NEXT)) {
            return Calendar.firstBehind(today, weekday);
        }
        return relation.is(Role.LAST) ? Calendar.weekdayIn(today.minusWeeks(1), weekday) : chosen(relation, weekday);
    }
}
