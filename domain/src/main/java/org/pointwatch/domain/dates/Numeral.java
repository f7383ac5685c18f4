// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import org.jspecify.annotations.Nullable;

/**
 * A number in digits or in words.
 *
 * @param to the lexeme behind it
 */
record Numeral(int value, int to, boolean ordinal, boolean spelled) {
    static final int HUNDRED = 100;
    private static final int THOUSAND = 1_000;
    private static final int MOST_WORDS = 8;

    /** The whole number that begins here; null for parts of longer ones: the 200 of 1,200 or of $200. */
    static @Nullable Numeral at(Lexemes x, int i) {
        if (x.isNumber(i)) {
            return x.value(i) == Lexemes.HUGE || isInside(x, i) ? null : digits(x, i);
        }
        return spelled(x, i);
    }

    private static @Nullable Numeral digits(Lexemes x, int i) {
        if (x.touches(i + 1) && x.is(i + 1, Role.SUFFIX)) {
            return new Numeral(x.value(i), i + 2, true, false);
        }
        return grouped(x, i) ? null : new Numeral(x.value(i), i + 1, false, false);
    }

    /** Whether a sign in front binds the digits to something else. */
    static boolean isInside(Lexemes x, int i) {
        if (isMoney(x.sign(i - 1))) {
            return true;
        }
        if (!x.touches(i)) {
            return false;
        }
        var before = x.sign(i - 1);
        return before == Lexemes.WORD
                || before == '#'
                || (before == '.' || before == ',') && x.touches(i - 1) && x.isNumber(i - 2);
    }

    private static boolean isMoney(char sign) {
        return sign == '$' || sign == '\u20AC' || sign == '\u00A3' || sign == '\u20B4' || sign == '\u20BD';
    }

    /** Whether more digits, a percent sign or letters follow that make it another number. */
    static boolean grouped(Lexemes x, int i) {
        if (!x.touches(i + 1)) {
            return x.isSign(i + 1, '%');
        }
        var sign = x.sign(i + 1);
        return sign == '%'
                || sign == Lexemes.WORD && !x.word(i + 1).isUnit()
                || (sign == ',' || sign == '.') && x.touches(i + 2) && x.isNumber(i + 2);
    }

    private static @Nullable Numeral spelled(Lexemes x, int i) {
        var total = 0;
        var group = 0;
        var at = i;
        for (var n = 0; n < MOST_WORDS; n++) {
            var word = x.word(at);
            if (word.ordinal > 0 && fits(group, word.ordinal)) {
                return new Numeral(total + group + word.ordinal, at + 1, true, true);
            }
            if (word.number < 0 || !(word.number >= HUNDRED || fits(group, word.number) || at == i)) {
                break;
            }
            if (word.number == THOUSAND) {
                total = total + Math.max(1, group) * THOUSAND;
                group = 0;
            } else {
                group = word.number == HUNDRED ? Math.max(1, group) * HUNDRED : group + word.number;
            }
            at = next(x, at + 1);
        }
        return at == i || group > THOUSAND ? null : new Numeral(total + group, back(x, at), false, true);
    }

    /** Whether a word may follow what was read: "twenty-six", "hundred five", no "six seven". */
    private static boolean fits(int group, int value) {
        return group % HUNDRED == 0 || group % 10 == 0 && value < 10 && group % HUNDRED >= 20;
    }

    /** Over a hyphen or "and" to the next word of the number. */
    private static int next(Lexemes x, int at) {
        var joined = x.isSign(at, '-') || x.is(at, Role.AND) && x.word(at - 1).number >= HUNDRED;
        var behind = x.word(at + 1);
        return joined && (behind.number >= 0 || behind.ordinal > 0) ? at + 1 : at;
    }

    private static int back(Lexemes x, int at) {
        return x.word(at - 1).number >= 0 ? at : at - 1;
    }

    /** A year in words, such as "nineteen eighty-six" or "two thousand and five". */
    static @Nullable Numeral year(Lexemes x, int i) {
        var first = x.word(i).number;
        if (first < 2 || x.isNumber(i)) {
            return null;
        }
        if (first >= 10 && first <= 20 && x.word(i + 1).number >= 10) {
            var rest = spelled(x, x.word(i + 1).number == HUNDRED ? i + 2 : i + 1);
            if (rest != null && rest.value < HUNDRED && !rest.ordinal) {
                return new Numeral(first * HUNDRED + rest.value, rest.to, false, true);
            }
        }
        var whole = spelled(x, i);
        return whole != null && !whole.ordinal && whole.value >= THOUSAND && whole.value < 3 * THOUSAND ? whole : null;
    }
}
