// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.text.Normalizer;

/** Characters as words see them: small letters without accents (й is и, ї is і, ё is е, ґ is г). */
public final class Letters {
    /** Answer of {@link #fold} for characters that leave no trace: soft hyphens, zero-width and combining marks. */
    public static final char NOTHING = 0;

    /** Latin, Greek and Cyrillic are looked up. */
    private static final int TABLE = 0x530;

    private static final char[] FOLDED = folded();
    private static final boolean[] WORD = word();

    private Letters() {}

    public static char fold(char c) {
        if (c < TABLE) {
            return FOLDED[c];
        }
        return isInvisible(c) ? NOTHING : Character.toLowerCase(c);
    }

    public static boolean isInvisible(char c) {
        return c == '\u00AD'
                || c >= 0x300 && c < 0x370
                || c >= '\u200B' && c <= '\u200F'
                || c == '\u2060'
                || c == '\uFEFF';
    }

    public static boolean isWord(char c) {
        return c < TABLE ? WORD[c] : Character.isLetterOrDigit(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC';
    }

    public static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    public static boolean isDash(char c) {
        return c >= '\u2012' && c <= '\u2015';
    }

    public static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    public static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u2009' || c == '\u202F' || Character.isSpaceChar(c);
    }

    static boolean isCloser(char c) {
        return c == '"' || c == '\'' || c == '\u201D' || c == '\u2019' || c == ')' || c == ']' || c == '\u00BB';
    }

    static boolean isOpener(char c) {
        return c == '"' || c == '\'' || c == '\u201C' || c == '\u2018' || c == '(' || c == '[' || c == '\u00AB';
    }

    /** The word as the tokenizer would normalise it. */
    public static String fold(String word) {
        var out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            var c = fold(word.charAt(i));
            if (c != NOTHING) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static char[] folded() {
        var table = new char[TABLE];
        for (char c = 0; c < TABLE; c++) {
            var plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            table[c] = isInvisible(c) ? NOTHING : Character.toLowerCase(plain.charAt(0));
        }
        table['\u00F8'] = table['\u00D8'] = 'o';
        table['\u0142'] = table['\u0141'] = 'l';
        table['\u0111'] = table['\u0110'] = 'd';
        table['\u0131'] = 'i';
        table['\u0491'] = table['\u0490'] = '\u0433';
        return table;
    }

    private static boolean[] word() {
        var table = new boolean[TABLE];
        for (char c = 0; c < TABLE; c++) {
            table[c] = Character.isLetterOrDigit(c);
        }
        return table;
    }
}
