// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word, a number or one mark.
 *
 * @param glued whether no space stands before it
 */
record Token(Kind kind, String text, String lower, boolean glued) {
    enum Kind {
        WORD,
        NUMBER,
        MARK
    }

    static List<Token> all(String line) {
        var tokens = new ArrayList<Token>();
        var glued = false;
        for (var i = 0; i < line.length(); ) {
            var c = line.codePointAt(i);
            var end = i + Character.charCount(c);
            if (space(c)) {
                glued = false;
            } else if (Character.getType(c) != Character.FORMAT) {
                var kind = kind(c);
                while (kind != Kind.MARK && end < line.length() && continues(kind, line.codePointAt(end))) {
                    end += Character.charCount(line.codePointAt(end));
                }
                tokens.add(of(kind, line.substring(i, end), glued));
                glued = true;
            }
            i = end;
        }
        return tokens;
    }

    private static Token of(Kind kind, String text, boolean glued) {
        if (kind == Kind.MARK) {
            var mark =
                    switch (text) {
                        case "\u2010", "\u2011" -> "-";
                        case "\u2013", "\u2014", "\u2015", "\u2212" -> "\u2013";
                        default -> text;
                    };
            return new Token(kind, mark, mark, glued);
        }
        return new Token(kind, text, text.toLowerCase(Locale.ROOT), glued);
    }

    private static boolean space(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static Kind kind(int c) {
        return Character.isLetter(c) ? Kind.WORD : Character.isDigit(c) ? Kind.NUMBER : Kind.MARK;
    }

    private static boolean continues(Kind kind, int c) {
        return kind == Kind.WORD
                ? Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK
                : Character.isDigit(c);
    }

    boolean word() {
        return kind == Kind.WORD;
    }

    boolean number() {
        return kind == Kind.NUMBER;
    }

    boolean is(String mark) {
        return text.equals(mark);
    }

    boolean oneOf(String marks) {
        return kind == Kind.MARK && marks.contains(text);
    }

    boolean joins() {
        return glued && (is("-") || is("."));
    }

    boolean capital() {
        return word() && !Character.isLowerCase(text.codePointAt(0));
    }
}
