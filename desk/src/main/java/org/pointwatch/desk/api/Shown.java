// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

/** Somebody else's text inside a message or a log line: short, and without what garbles a line. */
final class Shown {
    private static final int MOST = 80;

    private Shown() {}

    static String of(String text) {
        var out = new StringBuilder();
        text.codePoints().limit(MOST).map(c -> garbles(c) ? ' ' : c).forEach(out::appendCodePoint);
        return out.length() < text.length() && text.codePointCount(0, text.length()) > MOST
                ? out + "…"
                : out.toString();
    }

    private static boolean garbles(int c) {
        var type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
