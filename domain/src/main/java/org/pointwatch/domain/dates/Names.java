// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days with names: "Thanksgiving", "Christmas Eve 2025", "next Easter", "Labor Day weekend". */
final class Names {
    private static final int SATURDAY = 6;

    private final Lexemes x;
    private final Points points;
    private final Calendar calendar;

    Names(Lexemes x, Points points, Calendar calendar) {
        this.x = x;
        this.points = points;
        this.calendar = calendar;
    }

    private record Found(DayName name, int to) {}

    @Nullable
    Part at(int i) {
        var found = find(i);
        if (found == null) {
            return null;
        }
        var year = points.years.after(found.to());
        var part = year != null && Calendar.isYear(year.value())
                ? inYear(i, year.to(), found.name(), year)
                : anyYear(i, found.to(), found.name());
        part.named = true;
        return x.word(part.to).unit == Unit.WEEKEND ? weekend(i, part.to + 1, part) : part;
    }

    private static Part inYear(int i, int to, DayName name, Years.Year year) {
        var part = Part.day(i, to, name.rule().in(year.value()));
        part.absolute = year.absolute();
        return part;
    }

    private Part anyYear(int i, int to, DayName name) {
        var year = calendar.today.getYear();
        var here = name.rule().in(year);
        var passed = !here.isAfter(calendar.today);
        var past = passed ? here : name.rule().in(year - 1);
        var future = passed ? name.rule().in(year + 1) : here;
        return new Part(i, to, Reading.day(past), Reading.day(future));
    }

    /** "Next Easter": the first one behind today; "this Christmas": this year's. */
    @Nullable
    Part related(int i, int at, int step) {
        var found = find(at);
        if (found == null) {
            return null;
        }
        var part = step == 0
                ? Part.day(i, found.to(), found.name().rule().in(calendar.today.getYear()))
                : anyYear(i, found.to(), found.name());
        if (step > 0) {
            part.past = part.future;
        } else if (step < 0) {
            part.future = part.past;
        }
        return part.toward(Relations.direction(step));
    }

    /** "Weekend of Thanksgiving 2023", "the weekend of November 29". */
    @Nullable
    Part weekendOf(int i) {
        if (x.word(i).unit != Unit.WEEKEND || !x.is(i + 1, Role.OF)) {
            return null;
        }
        var at = x.is(i + 2, Role.THE) ? i + 3 : i + 2;
        var part = points.at(at);
        return part == null || !part.isDay() || part.precision != Precision.DAY ? null : weekend(i, part.to, part);
    }

    /** From the day to the weekend beside it, or the other way round. */
    private static Part weekend(int i, int to, Part day) {
        var part = new Part(i, to, weekend(day.past), weekend(day.future)).precise(Precision.WEEK);
        part.kind = DateExpression.Kind.SPAN;
        part.absolute = day.absolute;
        return part;
    }

    private static Reading weekend(Reading reading) {
        var day = reading.firstDay();
        if (day == null) {
            return reading;
        }
        var back = Calendar.weekday(day) <= 2;
        var saturday = Unit.WEEK.startOf(day).plusDays(back ? -2 : SATURDAY - 1);
        var sunday = saturday.plusDays(1);
        return Reading.days(earlier(day, saturday), earlier(day, sunday).equals(day) ? sunday : day);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    /** "The eve of Thanksgiving". */
    @Nullable
    Part eveOf(int i) {
        if (!x.is(i, Role.EVE) || !x.is(i + 1, Role.OF)) {
            return null;
        }
        var part = points.at(i + 2);
        var past = part == null ? null : part.past.firstDay();
        var future = part == null ? null : part.future.firstDay();
        if (part == null || past == null || future == null || !part.isDay()) {
            return null;
        }
        var eve = new Part(i, part.to, Reading.day(past.minusDays(1)), Reading.day(future.minusDays(1)));
        eve.absolute = part.absolute;
        return eve;
    }

    private @Nullable Found find(int i) {
        Found best = null;
        for (var name : x.word(i).names) {
            var to = match(name.words(), i);
            if (to > 0 && (best == null || to > best.to())) {
                best = new Found(name, to);
            }
        }
        var agreement = best != null && (x.spells(best.to(), "agreement") || x.spells(best.to(), "accords"));
        return agreement || best != null && x.word(i).shaky && !x.isCapital(i) ? null : best;
    }

    /** Words with or without a possessive s; -1 if they are not there. */
    private int match(String[] words, int i) {
        var at = i;
        for (int n = 0; n < words.length; n++) {
            if (!x.spells(at, words[n])) {
                return -1;
            }
            at++;
            var last = n == words.length - 1;
            at += !last && x.isSign(at, '.') && x.touches(at) ? 1 : 0;
            at += !last && x.isSign(at, '\'') ? 1 : 0;
            at += !last && x.isSign(at - 1, '\'') && x.spells(at, "s") ? 1 : 0;
        }
        return at;
    }
}
