// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The seasons of the northern half of the world, by months: what a news desk there means. */
final class Seasons {
    private static final int MONTHS = 3;
    private static final double VAGUE = 0.5;

    private Seasons() {}

    private static int firstMonth(Word word) {
        if (word.is(Role.WINTER)) {
            return 12;
        }
        return word.is(Role.SPRING) ? 3 : word.is(Role.SUMMER) ? 6 : 9;
    }

    /** @param year in which it begins */
    static Part of(int from, int to, Word word, int year) {
        var first = LocalDate.of(year, firstMonth(word), 1);
        var last = first.plusMonths(MONTHS).minusDays(1);
        return Part.span(from, to, first, last, Precision.QUARTER).sure(VAGUE);
    }

    /** "Summer 2026", "in the spring of 2026", "winter": bare words that are verbs too need a preposition. */
    static @Nullable Part at(Lexemes x, Years years, Calendar calendar, int i) {
        var word = x.word(i);
        var year = years.after(i + 1);
        if (year != null && Calendar.isYear(year.value())) {
            var part = of(i, year.to(), word, year.value());
            part.absolute = year.absolute();
            return part;
        }
        var before = x.is(i - 1, Role.THE) ? i - 2 : i - 1;
        var led = x.is(before, Role.IN | Role.UNTIL | Role.BEFORE | Role.AFTER | Role.SINCE | Role.OF);
        return led || x.spells(i, "summer") || x.spells(i, "winter") || x.spells(i, "autumn")
                ? related(calendar, i, i + 1, word, 0)
                : null;
    }

    static Part related(Calendar calendar, int from, int to, Word word, int step) {
        return of(from, to, word, year(calendar, word, step)).toward(Relations.direction(step));
    }

    /** The year in which this, the next or the last one begins. */
    private static int year(Calendar calendar, Word word, int step) {
        var today = calendar.today;
        var year = today.getYear();
        if (word.is(Role.WINTER)) {
            var inside = today.getMonthValue() < MONTHS;
            var winter = inside ? year - 1 : year;
            return winter + (step < 0 ? -1 : step > 0 && (inside || today.getMonthValue() == 12) ? 1 : 0);
        }
        var start = LocalDate.of(year, firstMonth(word), 1);
        if (step > 0) {
            return today.isBefore(start) ? year : year + 1;
        }
        return step < 0 && today.isBefore(start.plusMonths(MONTHS)) ? year - 1 : year;
    }
}
