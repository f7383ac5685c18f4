// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.search;

import java.util.Set;

/**
 * The pieces of a text: runs of ASCII letters, of other letters, of ASCII digits and of other digits, in lower case.
 *
 * <p>Whatever PostgreSQL's parser takes for a word of a text, the pieces of that word are pieces of the text. The parser cuts
 * where kinds of characters meet ({@code 12.5kg}, an address that runs into Cyrillic), so a piece is of one kind.
 */
public final class SearchPieces {
    /** Longer runs are known by their beginning. */
    static final int LONGEST = 40;

    /**
     * The two that are in ASCII in lower case only. To the parser they begin a word where ASCII alone goes before, and some
     * databases keep the dot of the first.
     */
    private static final String DOTTED_I = "\u0130";

    private static final String KELVIN = "\u212A";
    private static final String I_AND_DOT = "i\u0307";

    private static final int NONE = 0;
    private static final int ASCII_LETTER = 1;
    private static final int LETTER = 2;
    private static final int ASCII_DIGIT = 3;
    private static final int DIGIT = 4;

    private SearchPieces() {}

    /** Adds those of the text's first so many code points. */
    public static void add(String text, int codePoints, Set<String> pieces) {
        cut(text, codePoints, pieces);
        if (text.indexOf(DOTTED_I) >= 0 || text.indexOf(KELVIN) >= 0) {
            var all = text.codePointCount(0, text.length()) > codePoints
                    ? text.substring(0, text.offsetByCodePoints(0, codePoints))
                    : text;
            cut(all.replace(DOTTED_I, " " + DOTTED_I).replace(KELVIN, " " + KELVIN), Integer.MAX_VALUE, pieces);
            cut(all.replace(DOTTED_I, I_AND_DOT), Integer.MAX_VALUE, pieces);
            cut(all.replace(DOTTED_I, " " + I_AND_DOT), Integer.MAX_VALUE, pieces);
        }
    }

    private static void cut(String text, int codePoints, Set<String> pieces) {
        var piece = new StringBuilder();
        var kind = NONE;
        var length = 0;
        for (int i = 0, n = 0; i < text.length() && n < codePoints; n++) {
            var raw = text.codePointAt(i);
            i += Character.charCount(raw);
            var c = folded(raw);
            var next = kind(c);
            if (next != kind) {
                end(piece, pieces);
                kind = next;
                length = 0;
            }
            if (next != NONE && length++ < LONGEST) {
                piece.appendCodePoint(c);
            }
        }
        end(piece, pieces);
    }

    private static void end(StringBuilder piece, Set<String> pieces) {
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
            piece.setLength(0);
        }
    }

    private static int kind(int c) {
        if (c < 0x80) {
            return c >= '0' && c <= '9' ? ASCII_DIGIT : Character.isLetter(c) ? ASCII_LETTER : NONE;
        }
        return Character.isLetter(c) ? LETTER : Character.isDigit(c) ? DIGIT : NONE;
    }

    /** One code point for one, so that both forms of sigma and whatever a database makes of case come out the same. */
    private static int folded(int c) {
        var folded = Character.toLowerCase(Character.toUpperCase(c));
        return folded < 0x80 && c >= 0x80 ? Character.toLowerCase(c) : folded;
    }
}
