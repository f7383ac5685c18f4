// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

/** A number as news write it: 600,000 · 600 000 · 600.000 · 600000 · 0.6 million · 0,6 Mio. · $100bn · 600k. */
final class NumberReader {
    private final String text;
    private final boolean dotGroups;
    private int end;
    private double value;

    NumberReader(String text, int from, Traits traits) {
        this.text = text;
        this.end = from;
        dotGroups = traits.dotGroups();
        digits();
        var first = end - from;
        while (first <= 3 && isSeparator(charAt(end)) && group(end + 1)) {
            end++;
            digits();
        }
        if (isPoint(charAt(end)) && Letters.isDigit(charAt(end + 1))) {
            fraction();
        }
        suffix();
    }

    private boolean isPoint(char c) {
        return c == '.' || dotGroups && c == ',';
    }

    int end() {
        return end;
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
        end++;
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
            value *= Magnitude.of(text, end, stop);
        }
    }

    private boolean group(int from) {
        return Letters.isDigit(charAt(from))
                && Letters.isDigit(charAt(from + 1))
                && Letters.isDigit(charAt(from + 2))
                && !Letters.isDigit(charAt(from + 3));
    }

    private boolean isSeparator(char c) {
        return c == (dotGroups ? '.' : ',') || c == '\'' || c == '\u2019' || Letters.isSpace(c);
    }

    private char charAt(int i) {
        return i < text.length() ? text.charAt(i) : '\n';
    }
}
