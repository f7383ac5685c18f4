// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.Arrays;

/**
 * The words of a text, folded so that typography does not tell two texts apart, and what is known of each. Lines that are
 * layout, such as menus and repeated lines, are left out.
 */
final class Words {
    /** The word is a number or begins with one. */
    static final byte NUMBER = 1;
    /** It begins with a capital. */
    static final byte CAPITAL = 2;
    /** It is the first of its sentence or line. */
    static final byte FIRST = 4;
    /** It stands between quotation marks. */
    static final byte QUOTED = 8;

    private static final long PRIME = 0x100000001B3L;
    private static final long BASIS = 0xCBF29CE484222325L;

    private final String text;
    private final int most;
    private final Lines lines = new Lines();
    private long[] hashes = new long[256];
    private byte[] flags = new byte[256];
    private int count;

    private long word;
    private int length;
    private byte flag;
    private boolean quoted;
    private boolean sentenceEnded = true;
    private int lineStart;
    private int bars;

    private Words(String text, int most) {
        this.text = text;
        this.most = most;
    }

    /** @param most words read; what follows is left out */
    static Words of(String text, int most) {
        var words = new Words(text, most);
        words.read();
        return words;
    }

    int count() {
        return count;
    }

    /** A hash of the folded word. */
    long hash(int i) {
        return hashes[i];
    }

    boolean is(int i, int wanted) {
        return (flags[i] & wanted) != 0;
    }

    private void read() {
        for (var i = 0; i < text.length() && count < most; i++) {
            var c = text.charAt(i);
            if (c < 128) {
                ascii(c, i);
            } else {
                other(c, i);
            }
        }
        endWord();
        endLine(text.length());
        count = lines.withoutLayout(hashes, flags, count);
    }

    private void ascii(char c, int at) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            letter(c, c <= '9' ? NUMBER : 0);
        } else if (c >= 'A' && c <= 'Z') {
            letter((char) (c + 32), CAPITAL);
        } else if (!grouping(c, at)) {
            between(c, at);
        }
    }

    private void other(char c, int at) {
        var folded = Fold.of(c);
        if (folded.isEmpty() || (folded.equals(Fold.GAP) && grouping(c, at))) {
            return;
        }
        if (folded.equals(Fold.GAP)) {
            between(c, at);
            return;
        }
        var alone = Fold.alone(c);
        if (alone) {
            endWord();
        }
        var kind = Character.isDigit(folded.charAt(0)) ? NUMBER : Character.isUpperCase(c) ? CAPITAL : 0;
        for (var i = 0; i < folded.length(); i++) {
            letter(folded.charAt(i), kind);
        }
        if (alone) {
            endWord();
        }
    }

    private void letter(char c, int kind) {
        if (length++ == 0) {
            word = BASIS;
            flag = (byte) (kind | (sentenceEnded ? FIRST : 0) | (quoted ? QUOTED : 0));
        }
        word = (word ^ c) * PRIME;
    }

    /** 1,000 and 1.000 and 1 000 (with a narrow space) are one number each, and the same one. */
    private boolean grouping(char c, int at) {
        return length > 0
                && (c == ','
                        || c == '.'
                        || c == '\''
                        || c == '\u2019'
                        || c == '\u00A0'
                        || c == '\u202F'
                        || c == '\u2009')
                && isDigit(text.charAt(at - 1))
                && at + 1 < text.length()
                && isDigit(text.charAt(at + 1));
    }

    private static boolean isDigit(char c) {
        return c < 128 ? c >= '0' && c <= '9' : Character.isDigit(c);
    }

    private void between(char c, int at) {
        endWord();
        switch (c) {
            case '.', '!', '?', ':', '\u2026', '\u3002' -> sentenceEnded = true;
            case '"' -> quoted = !quoted;
            case '\u201E' -> quoted = true;
            case '\u201C', '\u00AB' -> quoted = !quoted || !isWordAfterGap(at);
            case '\u00BB' -> quoted = !quoted && !isWordAfterGap(at);
            case '\u201D' -> quoted = false;
            case '|', '>', '\u00B7', '\u2022', '\u203A' -> bars++;
            case '\n' -> endLine(at);
            default -> {}
        }
    }

    /** A high quotation mark opens in English and closes in German; German turns those of French round. */
    private boolean isWordAfterGap(int at) {
        return at > 0 && !Character.isWhitespace(text.charAt(at - 1));
    }

    private void endWord() {
        if (length == 0 || count == most) {
            return;
        }
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
            flags = Arrays.copyOf(flags, count * 2);
        }
        hashes[count] = word ^ (word >>> 29);
        flags[count++] = flag;
        length = 0;
        sentenceEnded = false;
    }

    private void endLine(int at) {
        lines.end(hashes, count, closes(at), bars);
        bars = 0;
        lineStart = at + 1;
        quoted = false;
        sentenceEnded = true;
    }

    /** Whether the line ends as sentences do. */
    private boolean closes(int at) {
        var last = at - 1;
        while (last >= lineStart && " \r\t\u00A0\"\u201D\u201C\u00BB)'\u2019".indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last >= lineStart && ".!?:;,\u2026\u3002".indexOf(text.charAt(last)) >= 0;
    }
}
