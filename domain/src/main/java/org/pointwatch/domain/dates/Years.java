// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import org.jspecify.annotations.Nullable;

/** Years as they follow a day or a month: ", 2026", "of 1995", "next year", "nineteen eighty-six". */
final class Years {
    private static final int FIRST = 1000;
    private static final int LAST = 2999;

    /** @param absolute whether it was named, not only "this year" */
    record Year(int value, int to, boolean absolute) {}

    private final Lexemes x;
    private final Calendar calendar;

    Years(Lexemes x, Calendar calendar) {
        this.x = x;
        this.calendar = calendar;
    }

    /** The year that begins here. */
    @Nullable
    Year at(int i) {
        if (isYear(i)) {
            return new Year(x.value(i), behind(i + 1), true);
        }
        var spelled = Numeral.year(x, i);
        if (spelled != null) {
            return new Year(spelled.value(), spelled.to(), true);
        }
        return related(x.is(i, Role.THE) ? i + 1 : i);
    }

    boolean isYear(int i) {
        return x.digits(i) == 4
                && x.value(i) >= FIRST
                && x.value(i) <= LAST
                && !Numeral.isInside(x, i)
                && !Numeral.grouped(x, i);
    }

    /** "This year", "l'année prochaine": seen from today. */
    private @Nullable Year related(int i) {
        var before = x.word(i);
        if (before.is(Role.RELATION) && x.word(i + 1).unit == Unit.YEAR) {
            return new Year(calendar.today.getYear() + Relations.step(before), i + 2, false);
        }
        if (before.unit == Unit.YEAR && x.is(i + 1, Role.RELATION) && x.relationBehind()) {
            return new Year(calendar.today.getYear() + Relations.step(x.word(i + 1)), i + 2, false);
        }
        return null;
    }

    /** The year behind a month or day, over a comma and "of" or "in". */
    @Nullable
    Year after(int i) {
        var at = i;
        if (x.isSign(at, ',') || x.isSign(at, '\'') && x.digits(at + 1) == 2) {
            at++;
        }
        var elided = at > i && x.isSign(i, '\'');
        if (elided) {
            return new Year(Calendar.year(x.value(at), 2), at + 1, true);
        }
        if (at == i && x.is(at, Role.OF | Role.IN)) {
            at++;
            at += x.word(at).unit == Unit.YEAR && isYear(at + 1) ? 1 : 0;
        }
        var year = at(at);
        return year != null && !year.absolute && x.isSign(i, ',') ? null : year;
    }

    /** "2025 року", "2025 r.": the word for year that some languages put behind. */
    private int behind(int to) {
        if (!x.relationBehind() && !x.yearBehind()) {
            return to;
        }
        return x.yearBehind() && x.word(to).unit == Unit.YEAR ? to + 1 : to;
    }
}
