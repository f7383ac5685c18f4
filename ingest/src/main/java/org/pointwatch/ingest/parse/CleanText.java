// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.text.Normalizer;

/**
 * Text that is safe everywhere behind the fetcher: no U+0000 or other controls, no lone surrogates, no bidi controls or
 * invisible characters, NFC.
 */
public final class CleanText {
    /** More marks than this on one letter are no language's. */
    private static final int MOST_MARKS = 8;

    private CleanText() {}

    /** One line, at most so many code points. */
    public static String line(String text, int codePoints) {
        var clean = clean(text.length() > 4 * codePoints + 1_000 ? head(text, 4 * codePoints + 1_000) : text, false);
        return clean.codePointCount(0, clean.length()) <= codePoints
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, codePoints)).strip();
    }

    /** Paragraphs separated by one newline each, none of them empty. */
    public static String paragraphs(String text) {
        return clean(text, true);
    }

    /** At most so many UTF-16 units, never half a character. */
    public static String head(String text, int units) {
        if (text.length() <= units) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(units - 1)) ? units - 1 : units);
    }

    private static String clean(String text, boolean lines) {
        var out = new StringBuilder(text.length());
        var pending = 0;
        var marks = 0;
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            i += Character.charCount(c);
            marks = isMark(c) ? marks + 1 : 0;
            if (isBreak(c)) {
                pending = '\n';
            } else if (isSpace(c)) {
                pending = pending == 0 ? ' ' : pending;
            } else if (marks <= MOST_MARKS && !isInvisible(c, out)) {
                if (pending != 0 && out.length() > 0) {
                    out.append(lines ? (char) pending : ' ');
                }
                pending = 0;
                out.appendCodePoint(isSurrogate(c) ? 0xFFFD : c);
            }
        }
        return Normalizer.isNormalized(out, Normalizer.Form.NFC)
                ? out.toString()
                : Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    private static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == 0x0B || c == '\f' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static boolean isMark(int c) {
        return c >= 0x300
                && (Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.ENCLOSING_MARK);
    }

    private static boolean isSurrogate(int c) {
        return c >= 0xD800 && c <= 0xDFFF;
    }

    /** Joiners stay where a script needs them. */
    private static boolean isInvisible(int c, StringBuilder before) {
        if (c == 0x200C || c == 0x200D) {
            return before.length() == 0 || before.codePointBefore(before.length()) < 0x590;
        }
        return c < 0x20
                || (c >= 0x7F && c <= 0x9F)
                || c == 0xAD
                || c == 0x061C
                || c == 0x180E
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xFDD0 && c <= 0xFDEF)
                || (c >= 0xE0000 && c <= 0xE007F);
    }
}
