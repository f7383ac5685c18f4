// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import org.jspecify.annotations.Nullable;

/** Dates with the name of a month: "May 3, 2026", "the 3rd of May", "May 2026", "2017 April", "May". */
final class Months {
    private static final int LAST_DAY = 31;

    private final Lexemes x;
    private final Calendar calendar;
    private final Years years;

    Months(Lexemes x, Calendar calendar, Years years) {
        this.x = x;
        this.calendar = calendar;
        this.years = years;
    }

    /** A date with the month in front. */
    @Nullable
    Part monthFirst(int i) {
        var word = x.word(i);
        if (!word.isMonth()) {
            return null;
        }
        var behind = skipDot(i);
        var day = dayAt(skipToDay(behind));
        if (day != null && (!word.shaky || x.isCapital(i) || day.ordinal() || x.isSign(behind, '-'))) {
            return dated(i, day.to(), word.month, day, day.spelled() && day.ordinal());
        }
        var year = years.after(behind);
        if (year != null && !(word.shaky && !x.isCapital(i) && x.is(i + 1, Role.IN))) {
            return with(calendar.part(i, year.to(), Fields.month(year.value(), word.month)), year);
        }
        return calendar.part(i, i + 1, Fields.month(0, word.month));
    }

    private int skipDot(int i) {
        return x.word(i).abbreviated && x.isSign(i + 1, '.') && x.touches(i + 1) ? i + 2 : i + 1;
    }

    /** "October, 1st", "May the 3rd", "Jun-15". */
    private int skipToDay(int i) {
        if (x.isSign(i, '-') && x.touches(i) && x.isNumber(i + 1) || x.is(i, Role.THE)) {
            return i + 1;
        }
        if (!x.isSign(i, ',')) {
            return i;
        }
        var behind = Numeral.at(x, i + 1);
        return behind != null && behind.ordinal() ? i + 1 : i;
    }

    /** A day of a month, if the number is no hour, no amount and no share. */
    @Nullable
    Numeral dayAt(int i) {
        var number = Numeral.at(x, i);
        if (number == null || number.value() < 1 || number.value() > LAST_DAY) {
            return null;
        }
        var to = number.to();
        if (!number.ordinal() && (isCounted(to) || x.isSign(to, ':') && x.touches(to) && x.isNumber(to + 1))) {
            return null;
        }
        return x.digits(i) > 2 ? null : number;
    }

    /** Whether what follows makes the number an amount: a unit, a magnitude, "am". */
    private boolean isCounted(int to) {
        var word = x.word(to);
        return word.isUnit() && !(x.relationBehind() && word.unit == Unit.YEAR)
                || word.number >= 100
                || word.is(Role.AM | Role.PM);
    }

    private @Nullable Part dated(int from, int to, int month, Numeral day, boolean shortYear) {
        var year = years.after(to);
        if (year == null
                && shortYear
                && x.digits(to) == 2
                && !Numeral.grouped(x, to)
                && !x.word(to + 1).isUnit()) {
            year = new Years.Year(Calendar.year(x.value(to), 2), to + 1, true);
        }
        if (year == null && isFarYear(to)) {
            var far = new Years.Year(x.value(to), to + 1, true);
            return x.digits(to) > 4
                    ? null
                    : with(calendar.part(from, far.to(), new Fields(far.value(), month, day.value(), 0)), far);
        }
        if (year != null && (year.absolute() || !x.is(to, Role.IN))) {
            return with(calendar.part(from, year.to(), new Fields(year.value(), month, day.value(), 0)), year);
        }
        return calendar.part(from, to, new Fields(0, month, day.value(), 0));
    }

    /** "1 January 3000": a number behind a date that counts nothing is its year, and not that of the next January. */
    private boolean isFarYear(int i) {
        var behind = x.sign(i + 1);
        return x.digits(i) >= 4
                && !Numeral.grouped(x, i)
                && behind != Lexemes.WORD
                && behind != Lexemes.NUMBER
                && behind != '-'
                && behind != '/';
    }

    private static @Nullable Part with(@Nullable Part part, Years.Year year) {
        if (part != null) {
            part.absolute = year.absolute();
        }
        return part;
    }

    /** A date with the day in front; "the" is not read. */
    @Nullable
    Part dayFirst(int i) {
        var day = dayAt(i);
        if (day == null) {
            return null;
        }
        var at = day.to();
        at += x.word(at).unit == Unit.DAY && day.ordinal() ? 1 : 0;
        at += x.dottedOrdinals() && x.isSign(at, '.') && x.touches(at) ? 1 : 0;
        at += x.is(at, Role.OF) ? 1 : 0;
        at += x.isSign(at, '-') && x.word(at + 1).isMonth() ? 1 : 0;
        var word = x.word(at);
        if (!word.isMonth() || word.shaky && !x.isCapital(at) && !day.ordinal() && at == day.to() && isModal(at)) {
            return null;
        }
        var behind = skipDot(at);
        var dated = dated(i, behind, word.month, day, false);
        if (dated != null && dated.to == behind) {
            dated.to = at + 1;
        }
        return dated;
    }

    /** "3 may", "5 march": in small letters they are verbs. */
    private boolean isModal(int i) {
        return x.spells(i, "may") || x.spells(i, "march");
    }

    /** 2017 April. */
    @Nullable
    Part yearFirst(int i) {
        if (!years.isYear(i)
                || !x.word(i + 1).isMonth()
                || x.word(i + 1).shaky && isModal(i + 1) && !x.isCapital(i + 1)) {
            return null;
        }
        return dayAt(i + 2) == null ? calendar.part(i, i + 2, Fields.month(x.value(i), x.word(i + 1).month)) : null;
    }

    /** Whether a month without day and year is one, not a verb, a person or a newspaper's word. */
    boolean standsAlone(int i) {
        var word = x.word(i);
        if (!word.shaky) {
            return !word.abbreviated || x.isCapital(i) || leads(i - 1);
        }
        if (x.is(i + 1, Role.ON) && isModal(i)) {
            return false;
        }
        if (x.isCapital(i) && x.is(i + 1, Role.TO) && x.word(i + 2).isMonth()) {
            return true;
        }
        return isModal(i)
                ? x.isCapital(i) && leads(i - 1)
                : (x.isCapital(i) || leads(i - 1)) && (!word.abbreviated || leads(i - 1));
    }

    /** Whether a word is one that months follow. */
    private boolean leads(int i) {
        var at = x.isSign(i, '-') ? i - 1 : i;
        return x.is(
                at,
                Role.IN
                        | Role.OF
                        | Role.RELATION
                        | Role.PHASE
                        | Role.UNTIL
                        | Role.BEFORE
                        | Role.SINCE
                        | Role.AFTER
                        | Role.FROM
                        | Role.BETWEEN
                        | Role.TO
                        | Role.AROUND);
    }
}
