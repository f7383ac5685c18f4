// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

/** A line of text while it is read: how long it is, how much of it is linked, how it ends. */
final class Run {
    private static final int LONG = 70;
    private static final int SHORT = 25;
    private static final int WIDE = 3;
    private static final String ENDS = ".!?…。！？।։؟";
    private static final String CLOSES = "\"'”’»)]“";

    private int chars;
    private int linked;
    private int last;
    private int lastButOne;

    void add(String text, boolean link) {
        var n = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c > ' ' && !Character.isWhitespace(c) && c != '\u00A0') {
                n += weight(c);
                lastButOne = CLOSES.indexOf(last) >= 0 ? lastButOne : last;
                last = c;
            }
        }
        chars += n;
        linked += link ? n : 0;
    }

    /** A character of a script without spaces says about as much as half a word. */
    static int weight(char c) {
        return c >= 0x3040 && c < 0xA000 || c >= 0xAC00 && c < 0xD7A4 ? WIDE : 1;
    }

    int chars() {
        return chars;
    }

    int linked() {
        return linked;
    }

    boolean endsLikeASentence() {
        return ENDS.indexOf(last) >= 0 || CLOSES.indexOf(last) >= 0 && ENDS.indexOf(lastButOne) >= 0;
    }

    /** How much it looks like a paragraph that somebody wrote: its unlinked length, or nothing. */
    int prose() {
        var own = chars - linked;
        if (2 * linked > chars) {
            return 0;
        }
        return own >= LONG ? own : own >= SHORT && endsLikeASentence() ? own / 2 : 0;
    }

    void clear() {
        chars = 0;
        linked = 0;
        last = 0;
        lastButOne = 0;
    }
}
