// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Times of day with the zone they are told in, alone or with their day: "5 p.m. Eastern", "midnight on Friday". */
final class Clocks {
    private static final int HOURS = 24;
    private static final int NOON = 12;
    private static final int MINUTES = 60;

    private final Lexemes x;
    private final Calendar calendar;

    Clocks(Lexemes x, Calendar calendar) {
        this.x = x;
        this.calendar = calendar;
    }

    /**
     * A time of day.
     *
     * @param midnight whether it ends its day: midnight on Thursday is the one that ends it
     */
    private record Time(int from, int to, LocalTime clock, boolean midnight, @Nullable ZoneId zone) {}

    /** A time without a day: today's, unless that has passed and the next is meant. */
    @Nullable
    Part at(int i) {
        var time = time(i);
        if (time == null) {
            return null;
        }
        var today = on(time, calendar.today);
        var passed = today.isBefore(calendar.now);
        var past = Reading.moment(passed ? today : today.minusDays(1));
        var part = new Part(time.from(), time.to(), past, Reading.moment(passed ? today.plusDays(1) : today));
        part.precise(Precision.HOUR).zone = time.zone();
        return part;
    }

    private static LocalDateTime on(Time time, LocalDate day) {
        return (time.midnight() ? day.plusDays(1) : day).atTime(time.clock());
    }

    /** The day with the time of day that stands behind or before it. */
    Part onDay(Part part) {
        if (part.kind != DateExpression.Kind.POINT || part.precision == Precision.HOUR || part.weak || part.named) {
            return part;
        }
        var at = x.isSign(part.to, ',') ? part.to + 1 : part.to;
        at += x.is(at, Role.AT | Role.UNTIL) ? 1 : 0;
        var time = time(at);
        return time == null ? part : merged(part, part.from, time.to(), time);
    }

    /** A time, perhaps "on", a day: null if no day follows. */
    @Nullable
    Part beforeDay(int i, Points points) {
        var time = time(i);
        if (time == null) {
            return null;
        }
        var at = x.isSign(time.to(), ',') ? time.to() + 1 : time.to();
        at += x.is(at, Role.ON) ? 1 : 0;
        at += x.is(at, Role.THE) ? 1 : 0;
        var day = points.at(at);
        return day == null || day.weak || !day.isDay() || day.precision != Precision.DAY
                ? null
                : merged(day, i, day.to, time);
    }

    private static Part merged(Part day, int from, int to, Time time) {
        var part = new Part(from, to, timed(day.past, time), timed(day.future, time))
                .precise(Precision.HOUR)
                .toward(day.direction)
                .sure(day.confidence);
        day.others.forEach(other -> part.others.add(timed(other, time)));
        part.absolute = day.absolute;
        part.zone = time.zone();
        part.fields = day.fields;
        return part;
    }

    private static Reading timed(Reading reading, Time time) {
        var day = reading.firstDay();
        return day == null ? reading : Reading.moment(on(time, day));
    }

    private @Nullable Time time(int i) {
        var word = x.word(i);
        if (word.is(Role.NOON | Role.MIDNIGHT)) {
            var noon = word.is(Role.NOON);
            return zoned(i, i + 1, noon ? LocalTime.NOON : LocalTime.MIDNIGHT, !noon);
        }
        if (!x.isNumber(i) || x.value(i) < 0 || Numeral.isInside(x, i) && !x.isSign(i - 1, '.')) {
            return null;
        }
        return x.digits(i) == 4 ? military(i) : digits(i);
    }

    /** "5 p.m.", "17:00", "17.30 Uhr", "17h30", "5 o'clock". */
    private @Nullable Time digits(int i) {
        var hour = x.value(i);
        var minute = 0;
        var to = i + 1;
        var sign = x.sign(to);
        var split = (sign == ':' || sign == '.' || x.spells(to, "h"))
                && x.touches(to)
                && x.touches(to + 1)
                && x.digits(to + 1) == 2;
        if (split) {
            minute = x.value(to + 1);
            to += 2;
        }
        if (x.digits(i) > 2 || minute >= MINUTES || hour > HOURS || x.isSign(to, ':') && x.touches(to)) {
            return null;
        }
        return half(i, to, hour, minute, split && sign == ':');
    }

    private @Nullable Time half(int i, int to, int hour, int minute, boolean colon) {
        var letters = x.isSign(to + 1, '.') && (x.spells(to + 2, "m"));
        var am = x.is(to, Role.AM) || letters && x.spells(to, "a");
        var pm = x.is(to, Role.PM) || letters && x.spells(to, "p");
        if (am || pm) {
            var end = letters ? to + 3 : to + 1;
            end += letters && x.isSign(end, '.') && x.touches(end) && !endsSentence(end) ? 1 : 0;
            return hour < 1 || hour > NOON ? null : told(i, end, hour % NOON + (pm ? NOON : 0), minute, false);
        }
        if (x.is(to, Role.CLOCK)) {
            var end = x.isSign(to + 1, '\'') && x.spells(to + 2, "clock") ? to + 3 : to + 1;
            return told(i, end, hour, minute, hour == HOURS);
        }
        var told = colon ? told(i, to, hour, minute, hour == HOURS) : null;
        return told != null && (told.zone() != null || x.is(i - 1, leading())) ? told : null;
    }

    private static long leading() {
        return Role.AT | Role.UNTIL | Role.BEFORE | Role.SINCE | Role.AFTER | Role.AROUND | Role.FROM;
    }

    /** The stop of "p.m." that ends the sentence too is no part of the time. */
    private boolean endsSentence(int stop) {
        return stop + 1 >= x.count || x.isSign(stop + 1, '\n');
    }

    private @Nullable Time told(int from, int to, int hour, int minute, boolean midnight) {
        if (hour > HOURS || hour == HOURS && minute > 0) {
            return null;
        }
        return zoned(from, to, LocalTime.of(hour % HOURS, minute), midnight);
    }

    /** "1600 GMT". */
    private @Nullable Time military(int i) {
        var hour = x.value(i) / 100;
        var minute = x.value(i) % 100;
        if (hour >= HOURS || minute >= MINUTES) {
            return null;
        }
        var time = zoned(i, i + 1, LocalTime.of(hour, minute), false);
        return time.zone() == null ? null : time;
    }

    private Time zoned(int from, int to, LocalTime clock, boolean midnight) {
        var zone = Zones.at(x, to);
        return new Time(from, zone == null ? to : zone.to(), clock, midnight, zone == null ? null : zone.zone());
    }
}
