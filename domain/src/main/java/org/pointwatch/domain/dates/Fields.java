// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

/** What of a calendar date was said; 0 where nothing was. */
record Fields(int year, int month, int day, int weekday) {
    static final Fields NONE = new Fields(0, 0, 0, 0);

    static Fields month(int year, int month) {
        return new Fields(year, month, 0, 0);
    }

    Fields withYear(int newYear) {
        return new Fields(newYear, month, day, weekday);
    }

    Fields withMonth(int newMonth) {
        return new Fields(year, newMonth, day, weekday);
    }

    Fields withWeekday(int newWeekday) {
        return new Fields(year, month, day, newWeekday);
    }
}
