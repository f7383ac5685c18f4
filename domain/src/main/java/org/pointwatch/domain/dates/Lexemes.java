// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.util.Arrays;
import org.pointwatch.domain.tagging.Letters;
import org.pointwatch.domain.tagging.Tokens;

/** A text as dates see it: words that are known or not, numbers in digits, and single signs. */
final class Lexemes {
    /** What {@link #sign} says of words and numbers; of a sign it says the character. */
    static final char WORD = 'w';

    static final char NUMBER = '0';

    /** Behind the last one, and before the first. */
    static final char NOTHING = 0;

    static final int HUGE = -1;

    private static final int MOST_DIGITS = 9;
    private static final int CHARS_A_LEXEME = 5;

    final String text;
    private final Words words;
    int count;
    private char[] sign;
    private int[] start;
    private int[] end;
    private int[] value;
    private Word[] word;

    private Lexemes(String text, Words words) {
        this.text = text;
        this.words = words;
        var room = text.length() / CHARS_A_LEXEME + 8;
        sign = new char[room];
        start = new int[room];
        end = new int[room];
        value = new int[room];
        word = new Word[room];
    }

    static Lexemes of(String text, Words words) {
        var lexemes = new Lexemes(text, words);
        lexemes.scan(0, text.length());
        return lexemes;
    }

    /** Words that cannot be known are passed over without a look at their letters. */
    static Lexemes of(Tokens tokens, Words words) {
        var lexemes = new Lexemes(tokens.text(), words);
        var at = 0;
        for (int i = 0; i < tokens.count(); i++) {
            var from = tokens.start(i);
            var to = tokens.end(i);
            if (from > at) {
                lexemes.scan(at, from);
            }
            lexemes.token(from, to);
            at = to;
        }
        lexemes.scan(at, lexemes.text.length());
        return lexemes;
    }

    private void token(int from, int to) {
        var first = text.charAt(from);
        var plain = first > '9' && to - from > 2 && Letters.isWord(text.charAt(from + 1));
        if (plain && !words.mayKnow(first, to - from) && isLetters(from, to)) {
            add(WORD, from, to, 0, Word.NONE);
        } else {
            scan(from, to);
        }
    }

    private boolean isLetters(int from, int to) {
        for (int i = from; i < to; i++) {
            var c = text.charAt(i);
            if (!Character.isLetter(c)) {
                return false;
            }
        }
        return true;
    }

    private void scan(int from, int to) {
        var at = from;
        while (at < to) {
            var c = text.charAt(at);
            if (c == ' ') {
                at++;
            } else if (c >= '0' && c <= '9') {
                at = number(at, to);
            } else if (Letters.isWord(c)) {
                at = word(at, to);
            } else {
                if (!Letters.isSpace(c) && !Letters.isInvisible(c)) {
                    add(plain(c), at, at + 1, 0, Word.NONE);
                }
                at++;
            }
        }
    }

    /** One sign for all that look alike; a line end is a sign. */
    private static char plain(char c) {
        if (Letters.isHyphen(c)) {
            return '-';
        } else if (Letters.isDash(c)) {
            return '\u2013';
        } else if (Letters.isApostrophe(c)) {
            return '\'';
        }
        return Letters.isBreak(c) ? '\n' : c;
    }

    private int number(int from, int to) {
        var at = from;
        var sum = 0;
        while (at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            sum = at - from < MOST_DIGITS ? sum * 10 + text.charAt(at) - '0' : HUGE;
            at++;
        }
        add(NUMBER, from, at, at - from > MOST_DIGITS ? HUGE : sum, Word.NONE);
        return at;
    }

    private int word(int from, int to) {
        var at = from + 1;
        var apostrophe = false;
        while (at < to && (isLetter(text.charAt(at)) || joins(at, to))) {
            apostrophe |= Letters.isApostrophe(text.charAt(at));
            at++;
        }
        add(WORD, from, at, 0, apostrophe ? joined(from, at) : words.get(text, from, at));
        return at;
    }

    /** An apostrophe between Cyrillic letters is a letter. */
    private boolean joins(int at, int to) {
        return Letters.isApostrophe(text.charAt(at))
                && at + 1 < to
                && isCyrillic(text.charAt(at - 1))
                && isCyrillic(text.charAt(at + 1));
    }

    private static boolean isCyrillic(char c) {
        return c >= '\u0400' && c < '\u0530';
    }

    private Word joined(int from, int to) {
        var letters = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            if (!Letters.isApostrophe(text.charAt(i))) {
                letters.append(text.charAt(i));
            }
        }
        return words.get(letters.toString(), 0, letters.length());
    }

    private static boolean isLetter(char c) {
        return (c < '0' || c > '9') && Letters.isWord(c);
    }

    private void add(char kind, int from, int to, int number, Word known) {
        if (count == start.length) {
            sign = Arrays.copyOf(sign, count * 2);
            start = Arrays.copyOf(start, count * 2);
            end = Arrays.copyOf(end, count * 2);
            value = Arrays.copyOf(value, count * 2);
            word = Arrays.copyOf(word, count * 2);
        }
        sign[count] = kind;
        start[count] = from;
        end[count] = to;
        value[count] = number;
        word[count++] = known;
    }

    boolean relationBehind() {
        return words.relationBehind;
    }

    boolean yearBehind() {
        return words.yearBehind;
    }

    boolean dayFirst() {
        return words.isDayFirst();
    }

    boolean dottedOrdinals() {
        return words.dottedOrdinals;
    }

    /** {@link #WORD}, {@link #NUMBER}, {@link #NOTHING}, or the sign. */
    char sign(int i) {
        return i < 0 || i >= count ? NOTHING : sign[i];
    }

    boolean isSign(int i, char c) {
        return sign(i) == c;
    }

    boolean isNumber(int i) {
        return sign(i) == NUMBER;
    }

    /** Never null: nothing is known of signs, numbers and what lies outside. */
    Word word(int i) {
        return i < 0 || i >= count ? Word.NONE : word[i];
    }

    boolean is(int i, long role) {
        return i >= 0 && i < count && (word[i].roles & role) != 0;
    }

    int value(int i) {
        return value[i];
    }

    int digits(int i) {
        return isNumber(i) ? end[i] - start[i] : 0;
    }

    int start(int i) {
        return start[i];
    }

    int end(int i) {
        return end[i];
    }

    /** Whether nothing, not even a blank, stands between this one and the one before. */
    boolean touches(int i) {
        return i > 0 && i < count && start[i] == end[i - 1];
    }

    boolean isCapital(int i) {
        return i >= 0 && i < count && Character.isUpperCase(text.charAt(start[i]));
    }

    /** Whether this is the word, folded. */
    boolean spells(int i, String folded) {
        if (sign(i) != WORD || end[i] - start[i] != folded.length()) {
            return false;
        }
        for (int at = 0; at < folded.length(); at++) {
            if (Letters.fold(text.charAt(start[i] + at)) != folded.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    boolean isBetween(int from, int to, long role) {
        for (int i = from; i < to; i++) {
            if (is(i, role)) {
                return true;
            }
        }
        return false;
    }
}
