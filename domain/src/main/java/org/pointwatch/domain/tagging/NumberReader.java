// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

/** A number as news write it: 600,000 · 600 000 · 600000 · 0.6 million · $100bn · 600k. */
final class NumberReader {
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;

    private final String text;
    private int end;
    private int point = -1;
    private double value;

    NumberReader(String text, int from) {
        this.text = text;
        this.end = from;
        digits();
        var first = end - from;
        while (first <= 3 && isSeparator(charAt(end)) && group(end + 1)) {
            end++;
            digits();
        }
        if (charAt(end) == '.' && Letters.isDigit(charAt(end + 1))) {
            fraction();
        }
        suffix();
    }

    int end() {
        return end;
    }

    /** Where the decimal point stands, -1 if there is none. */
    int point() {
        return point;
    }

    double value() {
        return value;
    }

    private void digits() {
        while (Letters.isDigit(charAt(end))) {
            value = value * 10 + (charAt(end++) - '0');
        }
    }

    private void fraction() {
        point = end++;
        var unit = 0.1;
        while (Letters.isDigit(charAt(end))) {
            value += unit * (charAt(end++) - '0');
            unit /= 10;
        }
    }

    private void suffix() {
        var stop = end;
        while (stop < text.length() && stop < end + 3 && Letters.isWord(text.charAt(stop))) {
            stop++;
        }
        if (stop > end) {
            value *= scale(text, end, stop);
        }
    }

    private boolean group(int from) {
        return Letters.isDigit(charAt(from))
                && Letters.isDigit(charAt(from + 1))
                && Letters.isDigit(charAt(from + 2))
                && !Letters.isDigit(charAt(from + 3));
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == '\'' || c == '\u2019' || Letters.isSpace(c);
    }

    private char charAt(int i) {
        return i < text.length() ? text.charAt(i) : '\n';
    }

    /** What the next word multiplies a number by: 1 if it is no such word. */
    static double scaleAfter(String text, int end) {
        var from = end;
        if (from < text.length() && (Letters.isSpace(text.charAt(from)) || Letters.isHyphen(text.charAt(from)))) {
            from++;
        }
        var to = from;
        while (to < text.length() && to - from < 9 && Letters.isWord(text.charAt(to))) {
            to++;
        }
        return from == end ? 1 : scale(text, from, to);
    }

    private static double scale(String text, int from, int to) {
        return switch (to - from) {
            case 1 -> is(text, from, "k") ? THOUSAND : 1;
            case 2 -> is(text, from, "bn") ? BILLION : is(text, from, "mn") ? MILLION : 1;
            case 7 -> is(text, from, "million") ? MILLION : is(text, from, "billion") ? BILLION : 1;
            case 8 -> is(text, from, "thousand") ? THOUSAND : 1;
            default -> 1;
        };
    }

    private static boolean is(String text, int from, String word) {
        return text.regionMatches(true, from, word, 0, word.length());
    }
}
