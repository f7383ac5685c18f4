// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import org.pointwatch.domain.tagging.Naming.Alias;

/** A word as it is spelt in a text, with all that the vocabulary knows of it. Immutable. */
final class WordForm {
    /** May open a furniture phrase, a credit or a line rule; may trigger a point's rule. */
    static final int FURNITURE_START = 1;

    static final int FURNITURE_CREDIT = 1 << 1;
    static final int FURNITURE_LINE = 1 << 2;
    static final int POINT_RULE = 1 << 3;
    static final int GATE = 1 << 4;
    static final int NUMBERING = 1 << 5;
    static final int PRONOUN = 1 << 6;
    static final int WATCHED = 1 << 7;

    private final char[] spelling;

    /** Small letters and digits alone, without accents, apostrophes and dots. */
    final String plain;

    /** {@link Tokens#UPPER_FIRST} and {@link Tokens#UPPER_ALL}. */
    final int capitals;

    final int[] terms;
    final int cues;
    final int marks;

    /** Names of actors that may begin with this word. */
    final Alias[] aliases;

    /** NaN if it is no number in digits. */
    final double number;

    /** What it is worth in a number that is spelt out, 0 if nothing. */
    final int spelled;

    /** The number that it gives a thing ("sixth"), 0 if none. */
    final int ordinal;

    WordForm(
            char[] spelling,
            int capitals,
            int[] terms,
            int cues,
            int marks,
            Alias[] aliases,
            double number,
            int spelled,
            int ordinal) {
        this.spelling = spelling;
        this.plain = plain(spelling);
        this.capitals = capitals;
        this.terms = terms;
        this.cues = cues;
        this.marks = marks;
        this.aliases = aliases;
        this.number = number;
        this.spelled = spelled;
        this.ordinal = ordinal;
    }

    static String plain(char[] spelling) {
        var out = new StringBuilder(spelling.length);
        for (var c : spelling) {
            var folded = Letters.isWord(c) ? Letters.fold(c) : Letters.NOTHING;
            if (folded != Letters.NOTHING) {
                out.append(folded);
            }
        }
        return out.toString();
    }

    char[] spelling() {
        return spelling;
    }

    boolean isSpelt(char[] text, int from, int to) {
        if (to - from != spelling.length) {
            return false;
        }
        for (int i = 0; i < spelling.length; i++) {
            if (spelling[i] != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    boolean has(int term) {
        for (var own : terms) {
            if (own == term) {
                return true;
            }
        }
        return false;
    }
}
