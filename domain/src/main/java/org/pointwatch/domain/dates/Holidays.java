// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/** Where the days with names fall. */
final class Holidays {
    /** Of the Julian calendar behind the Gregorian one, from 1900 to 2099. */
    private static final int JULIAN_LAG = 13;

    private Holidays() {}

    static DayName.Rule on(Month month, int day) {
        return year -> LocalDate.of(year, month, day);
    }

    /** @param n from the end of the month if negative */
    static DayName.Rule nth(int n, DayOfWeek weekday, Month month) {
        return year -> LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, weekday));
    }

    static DayName.Rule thanksgiving(int days) {
        var thanksgiving = nth(4, DayOfWeek.THURSDAY, Month.NOVEMBER);
        return year -> thanksgiving.in(year).plusDays(days);
    }

    /** The Tuesday behind the first Monday of November. */
    static DayName.Rule electionDay() {
        var monday = nth(1, DayOfWeek.MONDAY, Month.NOVEMBER);
        return year -> monday.in(year).plusDays(1);
    }

    static DayName.Rule easter(int days) {
        return year -> western(year).plusDays(days);
    }

    static DayName.Rule orthodoxEaster(int days) {
        return year -> orthodox(year).plusDays(days);
    }

    /** Golden number, epact of the Gregorian calendar, Sunday behind the full moon. */
    private static LocalDate western(int year) {
        var golden = year % 19;
        var century = year / 100;
        var leapCenturies = century / 4;
        var moonShift = (8 * century + 13) / 25;
        var epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30;
        var fullMoon = epact - epact / 28 * (1 - 29 / (epact + 1) * ((21 - golden) / 11));
        var weekday = (year + year / 4 + fullMoon + 2 - century + leapCenturies) % 7;
        return LocalDate.of(year, 3, 28).plusDays((long) fullMoon - weekday);
    }

    /** By the Julian calendar, told in the Gregorian one. */
    private static LocalDate orthodox(int year) {
        var fullMoon = (19 * (year % 19) + 15) % 30;
        var weekday = (2 * (year % 4) + 4 * (year % 7) + 6 * fullMoon + 6) % 7;
        var lag = year >= 1900 && year < 2100 ? JULIAN_LAG : year / 100 - year / 400 - 2;
        return LocalDate.of(year, 3, 22).plusDays((long) fullMoon + weekday + lag);
    }
}
