// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Parts of the calendar seen from now: "next week", "this Friday", "the last two quarters", "tomorrow", "the week". */
final class Units {
    private static final double LIKELY = 0.7;
    private static final int FEW = 3;
    private static final double DOUBTFUL = 0.4;

    private final Lexemes x;
    private final Points points;
    private final Calendar calendar;

    Units(Lexemes x, Points points, Calendar calendar) {
        this.x = x;
        this.points = points;
        this.calendar = calendar;
    }

    @Nullable
    Part at(int i) {
        var word = x.word(i);
        if (word.is(Role.NAMED_DAY | Role.NOW | Role.TONIGHT)) {
            return named(i, word);
        }
        if (word.is(Role.AFTER | Role.BEFORE) && x.isSign(i + 1, '-')) {
            return hyphenated(i, word.is(Role.AFTER));
        }
        if (word.is(Role.SEASON)) {
            return Seasons.at(x, points.years, calendar, i);
        }
        if (word.is(Role.CALENDAR) && x.word(i + 1).unit == Unit.YEAR && points.years.isYear(i + 2)) {
            return calendarYear(i);
        }
        if (word.is(Role.THE)) {
            return Points.longer(bare(i), behindThe(i));
        }
        if (word.is(Role.RELATION)) {
            return Points.longer(related(i), afterNamed(i));
        }
        if (word.unit == Unit.WEEKEND && x.dayFirst() && x.is(i - 1, Role.TO | Role.ON | Role.IN | Role.UNTIL)) {
            return weekend(i, i + 1);
        }
        return Points.longer(word.isUnit() ? behind(i) : null, afterNamed(i));
    }

    private @Nullable Part named(int i, Word word) {
        if (word.is(Role.DAYPART) && x.is(i - 1, Role.ON | Role.THE | Role.IN | Role.THIS)) {
            return null;
        }
        if (word.is(Role.NOW)) {
            var now = Part.day(i, i + 1, calendar.today);
            now.weak = true;
            return now;
        }
        var step = word.is(Role.TODAY | Role.TONIGHT)
                ? 0
                : word.is(Role.TOMORROW) ? 1 : word.is(Role.YESTERDAY) ? -1 : word.is(Role.DAY_AFTER_TOMORROW) ? 2 : -2;
        var hui = x.isSign(i + 1, '\'') && x.spells(i + 2, "hui");
        var to = hui ? i + 3 : x.is(i + 1, Role.DAYPART) ? i + 2 : i + 1;
        return Part.day(i, to, calendar.today.plusDays(step)).toward(Relations.direction(step));
    }

    /** "Après-demain", "avant-hier". */
    private @Nullable Part hyphenated(int i, boolean after) {
        if (!x.is(i + 2, after ? Role.TOMORROW : Role.YESTERDAY)) {
            return null;
        }
        return Part.day(i, i + 3, calendar.today.plusDays(after ? 2 : -2))
                .toward(after ? Direction.FORWARD : Direction.BACKWARD);
    }

    /** "Calendar year 2008"; nobody can tell when a fiscal one begins. */
    private @Nullable Part calendarYear(int i) {
        var part = calendar.part(i, i + 3, new Fields(x.value(i + 2), 0, 0, 0));
        if (part != null && !x.spells(i, "calendar")) {
            part.past = part.future = Reading.UNKNOWN;
        }
        return part;
    }

    /** "Day after tomorrow", "day before yesterday". */
    private @Nullable Part afterNamed(int i) {
        if (x.word(i).unit != Unit.DAY || !x.is(i + 1, Role.AFTER | Role.BEFORE)) {
            return null;
        }
        if (x.is(i + 1, Role.AFTER) && x.is(i + 2, Role.TOMORROW)) {
            return Part.day(i, i + 3, calendar.today.plusDays(2)).toward(Direction.FORWARD);
        }
        var back = x.is(i + 1, Role.BEFORE) && x.is(i + 2, Role.YESTERDAY);
        return back ? Part.day(i, i + 3, calendar.today.minusDays(2)).toward(Direction.BACKWARD) : null;
    }

    /** "The week", "the week after next", "the day after tomorrow". */
    private @Nullable Part bare(int i) {
        var unit = x.word(i + 1).unit;
        if (unit == Unit.NONE || unit.isClock()) {
            return null;
        }
        var named = afterNamed(i + 1);
        if (named != null) {
            return named.reaching(i, named.to);
        }
        if (x.is(i + 2, Role.AFTER) && x.is(i + 3, Role.NEXT)) {
            return shifted(i, i + 4, unit, 2);
        }
        if (x.relationBehind() && x.is(i + 2, Role.RELATION)) {
            var part = behind(i + 1);
            return part == null ? null : part;
        }
        var open = x.isNumber(i + 2)
                || x.isSign(i + 2, '\'')
                || x.isSign(i + 2, '-')
                || x.sign(i + 2) == Lexemes.WORD && !x.is(i + 2, Role.BEFORE);
        if (unit == Unit.WEEKEND) {
            return weekend(i, i + 2);
        }
        return open ? null : shifted(i, i + 2, unit, 0).sure(DOUBTFUL);
    }

    /** "The weekend": on a Sunday the one that ends, or the next. */
    private Part weekend(int i, int to) {
        var part = shifted(i, to, Unit.WEEKEND, 0);
        if (Calendar.weekday(calendar.today) == 7) {
            part.future = shifted(i, to, Unit.WEEKEND, 1).past;
        }
        return part;
    }

    /** "The next day" and "the next decade" take their article along, others do not. */
    private @Nullable Part behindThe(int i) {
        var part = x.is(i + 1, Role.RELATION) ? related(i + 1) : null;
        if (part == null) {
            return null;
        }
        var unit = x.word(i + 2).unit;
        return unit == Unit.DAY || unit == Unit.DECADE ? part.reaching(i, part.to) : part;
    }

    /** The unit n units from the current one. */
    private Part shifted(int from, int to, Unit unit, int n) {
        var start = unit.startOf(calendar.today);
        return points.calendar().unit(from, to, unit.plus(start, n), unit).toward(Relations.direction(n));
    }

    /** What a relation begins: "next week", "this Friday", "last two months", "next March". */
    @Nullable
    Part related(int i) {
        var at = i + 1;
        var word = x.word(i);
        if (x.is(at, Role.RECENT | Role.COMING) && !word.is(Role.RECENT | Role.COMING)) {
            word = x.word(at);
            at++;
        }
        at += x.is(at, Role.CALENDAR) ? 1 : 0;
        var next = x.word(at);
        if (next.isWeekday()) {
            return points.weekdays.related(i, at, word);
        }
        if (next.isUnit()) {
            var week = weekdayBehind(i, at, word);
            return week != null ? week : unit(i, at, word);
        }
        if (next.isMonth()) {
            return month(i, at, word);
        }
        return Points.longer(several(i, at, word), otherRelated(i, at, word));
    }

    private @Nullable Part otherRelated(int i, int at, Word word) {
        var next = x.word(at);
        if (next.is(Role.SEASON)) {
            return Seasons.related(calendar, i, at + 1, next, Relations.step(word));
        }
        if (next.is(Role.DAYPART)) {
            return Part.day(i, at + 1, calendar.today.plusDays(word.is(Role.LAST) ? -1 : 0));
        }
        if (!next.names.isEmpty()) {
            return points.names.related(i, at, Relations.step(word));
        }
        var date = x.isNumber(at) ? points.digits.at(at) : null;
        return date == null ? null : shiftedYear(i, date, Relations.step(word));
    }

    /** "This 5/12": in the current year. */
    @Nullable
    Part shiftedYear(int i, Part date, int step) {
        if (date.fields.year() > 0) {
            return null;
        }
        return calendar.part(i, date.to, date.fields.withYear(calendar.today.getYear() + step));
    }

    private @Nullable Part unit(int i, int at, Word word) {
        var unit = x.word(at).unit;
        var step = Relations.step(word);
        if (x.word(at).plural) {
            return step == 0 ? null : Spans.several(calendar, i, new Spans.Count(FEW, unit, at + 1, false), step);
        }
        if (unit == Unit.NONE || unit.isClock()) {
            return null;
        }
        if (unit == Unit.DAY || unit == Unit.WORKDAY) {
            return step <= 0 && !word.is(Role.SAME) ? null : Part.day(i, at + 1, unit.plus(calendar.today, step));
        }
        return shifted(i, at + 1, unit, step);
    }

    /** "Next week Wednesday", "previous week - Monday". */
    private @Nullable Part weekdayBehind(int i, int at, Word word) {
        var day = x.isSign(at + 1, '-') || x.isSign(at + 1, ',') ? at + 2 : at + 1;
        if (x.word(at).unit != Unit.WEEK || !x.word(day).isWeekday()) {
            return null;
        }
        var week = calendar.today.plusWeeks(Relations.step(word));
        return Part.day(i, day + 1, Calendar.weekdayIn(week, x.word(day).weekday))
                .toward(Relations.direction(Relations.step(word)));
    }

    private @Nullable Part month(int i, int at, Word word) {
        var step = Relations.step(word);
        var date = points.months.monthFirst(at);
        if (date != null && date.to > at + 1) {
            return step == 0 ? shiftedYear(i, date, 0) : null;
        }
        var open = calendar.part(i, at + 1, Fields.month(0, x.word(at).month));
        if (open == null || step == 0) {
            return calendar.part(i, at + 1, Fields.month(calendar.today.getYear(), x.word(at).month));
        }
        var current = x.word(at).month == calendar.today.getMonthValue();
        var reading = step > 0 ? open.future : open.past;
        open.past = open.future = current ? yearOn(reading, step) : reading;
        return open.toward(Relations.direction(step)).sure(LIKELY);
    }

    private static Reading yearOn(Reading reading, int step) {
        var first = reading.firstDay();
        return first == null ? reading : Reading.days(first.plusYears(step), Unit.MONTH.endFrom(first.plusYears(step)));
    }

    /** "Next 4 business days", "past two quarters", "last few weeks", "coming days". */
    private @Nullable Part several(int i, int at, Word word) {
        var count = points.durations.count(at);
        if (count == null || Relations.step(word) == 0) {
            return null;
        }
        return Spans.several(calendar, i, count, Relations.step(word));
    }

    /** "5 upcoming years". */
    @Nullable
    Part counted(int i) {
        var number = Numeral.at(x, i);
        if (number == null
                || !x.is(number.to(), Role.RELATION)
                || !x.word(number.to() + 1).isUnit()
                || number.value() > 1 && x.word(number.to() + 1).singular) {
            return null;
        }
        var step = Relations.step(x.word(number.to()));
        var unit = x.word(number.to() + 1).unit;
        return step == 0 || number.value() < 1 || number.value() > Unit.MOST
                ? null
                : Spans.several(calendar, i, new Spans.Count(number.value(), unit, number.to() + 2, true), step);
    }

    /** "Semaine prochaine": the relation behind its unit. */
    private @Nullable Part behind(int i) {
        var relation = x.word(i + 1);
        var unit = x.word(i).unit;
        if (!x.relationBehind() || !relation.is(Role.RELATION) || unit.isClock()) {
            return null;
        }
        var step = Relations.step(relation);
        LocalDate today = calendar.today;
        return unit == Unit.DAY ? Part.day(i, i + 2, today.plusDays(step)) : shifted(i, i + 2, unit, step);
    }
}
