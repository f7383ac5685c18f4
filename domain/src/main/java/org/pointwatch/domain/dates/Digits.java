// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates in digits, with at most the name of a month: 2025-11-27, 11/27/2025, 27.11., 23/Sep/2020, 2019-Q2. */
final class Digits {
    private static final int CENTURY = 100;
    private static final double SWAPPED = 0.8;

    private final Lexemes x;
    private final Calendar calendar;
    private final Years years;
    private final boolean monthFirst;

    Digits(Lexemes x, Calendar calendar, Years years, boolean monthFirst) {
        this.x = x;
        this.calendar = calendar;
        this.years = years;
        this.monthFirst = monthFirst;
    }

    @Nullable
    Part at(int i) {
        if (!x.isNumber(i) || x.digits(i) > 4 || isInsideOther(i)) {
            return null;
        }
        if (!isJoint(i + 1)) {
            return spaced(i);
        }
        return isJoint(i + 3) && x.sign(i + 3) == x.sign(i + 1) ? triple(i) : pair(i);
    }

    private boolean isInsideOther(int i) {
        return Numeral.isInside(x, i) || x.touches(i) && x.isSign(i - 1, '/') || x.touches(i) && x.isSign(i - 1, ':');
    }

    /** A hyphen, stroke or dot with something right before and behind it. */
    private boolean isJoint(int i) {
        var sign = x.sign(i);
        return (sign == '-' || sign == '/' || sign == '.')
                && x.touches(i)
                && x.touches(i + 1)
                && (x.isNumber(i + 1) || x.word(i + 1).isMonth() || isQuarterLetter(i + 1));
    }

    private boolean isQuarterLetter(int i) {
        return (x.spells(i, "q") || x.spells(i, "h")) && x.isNumber(i + 1) && x.touches(i + 1);
    }

    private @Nullable Part triple(int i) {
        if (x.isSign(i + 5, '.') && x.touches(i + 5) && x.touches(i + 6) && x.isNumber(i + 6)) {
            return null;
        }
        if (x.isNumber(i + 2) && x.isNumber(i + 4)) {
            return numbers(i);
        }
        var month = Math.max(x.word(i + 2).month, x.word(i + 4).month);
        var other = x.isNumber(i + 2) ? i + 2 : i + 4;
        if (month == 0
                || !x.isNumber(other)
                || x.digits(i) + x.digits(other) > 6
                || x.value(i) < 1
                || x.value(other) < 1) {
            return null;
        }
        var year = x.digits(i) == 4 ? i : other;
        var day = year == i ? other : i;
        return calendar.part(i, i + 5, new Fields(year(year), month, x.value(day), 0));
    }

    private int year(int i) {
        return Calendar.year(x.value(i), x.digits(i));
    }

    private @Nullable Part numbers(int i) {
        var a = x.value(i);
        var b = x.value(i + 2);
        if (x.digits(i) == 4) {
            return x.digits(i + 4) > 2 || x.value(i + 4) < 1
                    ? null
                    : calendar.part(i, i + 5, new Fields(a, b, x.value(i + 4), 0));
        }
        var digits = x.digits(i + 4);
        var wrong = x.digits(i) > 2 || x.digits(i + 2) > 2 || digits != 4 && digits != 2;
        return wrong ? null : ordered(i, i + 5, a, b, year(i + 4), monthFirst && !x.isSign(i + 1, '.'));
    }

    /** Keeps the other order of day and month as a further reading. */
    private @Nullable Part ordered(int i, int to, int a, int b, int year, boolean first) {
        if (a < 1 || b < 1) {
            return null;
        }
        var part = calendar.part(i, to, new Fields(year, first ? a : b, first ? b : a, 0));
        var swapped = calendar.part(i, to, new Fields(year, first ? b : a, first ? a : b, 0));
        if (part == null || swapped == null || a == b) {
            return part == null ? swapped : part;
        }
        part.others.add(swapped.future);
        return part.sure(SWAPPED);
    }

    private @Nullable Part pair(int i) {
        var sign = x.sign(i + 1);
        if (x.digits(i) == 4) {
            return sign == '.' || Numeral.grouped(x, i + 2) ? null : yearPair(i);
        }
        if (x.digits(i) > 2 || !isBareDayAndMonth(i, sign)) {
            return null;
        }
        var german = sign == '.' && x.dottedOrdinals();
        var dot = german && x.isSign(i + 3, '.') && x.touches(i + 3);
        var first = monthFirst && !german;
        var part = ordered(i, i + 3, x.value(i), x.value(i + 2), 0, first);
        if (part != null) {
            part.weak = !dot;
            part.others.clear();
        }
        return part;
    }

    /** No share, score or price: nothing right behind, no "of", no per cent. */
    private boolean isBareDayAndMonth(int i, char sign) {
        return sign != '-'
                && x.isNumber(i + 2)
                && x.digits(i + 2) <= 2
                && !Numeral.grouped(x, i + 2)
                && !x.is(i + 3, Role.OF)
                && !x.word(i + 3).isUnit();
    }

    private @Nullable Part yearPair(int i) {
        var year = x.value(i);
        if (!years.isYear(i) && !x.touches(i + 1)) {
            return null;
        }
        if (isQuarterLetter(i + 2)) {
            return part(i, i + 4, year, x.spells(i + 2, "q") ? Unit.QUARTER : Unit.HALF, x.value(i + 3));
        }
        if (!x.isNumber(i + 2) || x.digits(i + 2) > 2) {
            return null;
        }
        var second = x.value(i + 2);
        if (second >= 1 && second <= 12) {
            return calendar.part(i, i + 3, Fields.month(year, second));
        }
        return x.digits(i + 2) == 2 && second == year % CENTURY + 1 ? twoYears(i, year) : null;
    }

    private Part twoYears(int i, int year) {
        return Part.span(i, i + 3, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 12, 31), Precision.YEAR)
                .fixed();
    }

    /** The nth quarter or half of a year; null if it has no nth. */
    @Nullable
    Part part(int from, int to, int year, Unit unit, int n) {
        if (n < 1 || n > (unit == Unit.QUARTER ? 4 : 2) || !Calendar.isYear(year)) {
            return null;
        }
        var part = calendar.unit(from, to, unit.plus(LocalDate.of(year, 1, 1), n - 1), unit);
        return part.fixed();
    }

    /** 2016 10 16, each of full length. */
    private @Nullable Part spaced(int i) {
        if (!years.isYear(i) || x.digits(i + 1) != 2 || x.digits(i + 2) != 2 || Numeral.grouped(x, i + 2)) {
            return null;
        }
        return calendar.part(i, i + 3, new Fields(x.value(i), x.value(i + 1), x.value(i + 2), 0));
    }
}
