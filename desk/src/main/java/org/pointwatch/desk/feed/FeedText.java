// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

/**
 * Text of unknown origin, made fit for formats that are read line by line or as XML: no control characters, nothing that
 * turns the direction of what stands beside it, no halves of characters.
 */
public final class FeedText {
    private static final String CUT = "…";
    private static final int REPLACEMENT = 0xFFFD;

    private FeedText() {}

    /** On one line, with single blanks, cut after so many characters. */
    public static String line(String text, int most) {
        var out = new StringBuilder();
        clean(text).codePoints().forEach(c -> {
            var blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!blank) {
                out.appendCodePoint(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        });
        return cut(out.toString().strip(), most);
    }

    /** Every line break is a line feed; nothing is cut. */
    public static String clean(String text) {
        var out = new StringBuilder(text.length());
        var end = text.length();
        for (var i = 0; i < end; ) {
            var c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r' && i < end && text.charAt(i) == '\n') {
                continue;
            }
            append(out, c);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
            out.append('\n');
        } else if (c == '\t') {
            out.append(' ');
        } else if (c >= 0xD800 && c <= 0xDFFF) {
            out.appendCodePoint(REPLACEMENT);
        } else if (!Character.isISOControl(c) && !turns(c) && !noCharacter(c)) {
            out.appendCodePoint(c);
        }
    }

    /** Embeddings, overrides and isolates, which reach as far as the text goes on. */
    private static boolean turns(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static boolean noCharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF || c == 0xFEFF;
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + CUT;
    }
}
