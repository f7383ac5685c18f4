// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.quote;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what stands between quotation marks, in one pass: straight, curly, low-high and angle marks, either way round. A
 * mark that is not closed in its line counts only if the next line opens with one again: a quotation of several
 * paragraphs. Marks inside others belong to the words.
 */
final class Marks {
    /**
     * Words between marks, without blanks and a comma at the end.
     *
     * @param goesOn whether the speaker goes on in the next span
     */
    record Span(int start, int end, boolean goesOn) {}

    private static final char NONE = 0;

    private final String text;
    private final List<Span> spans = new ArrayList<>();
    private char open = NONE;
    private int from;
    private int depth;

    private Marks(String text) {
        this.text = text;
    }

    /** In text order, none inside another. */
    static List<Span> in(String text) {
        var marks = new Marks(text);
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c <= '\'' || c >= '\u00AB') {
                marks.read(c, i);
            }
        }
        return marks.spans;
    }

    private void read(char c, int at) {
        switch (c) {
            case '\n' -> endLine(at);
            case '"', '\'' -> straight(c, at);
            case '\u2018', '\u2019' -> single(c, at);
            case '\u201C', '\u201D', '\u201E' -> curly(c, at);
            case '\u00AB', '\u00BB' -> angle(c, at);
            default -> {}
        }
    }

    private void straight(char c, int at) {
        var opens = isEdge(before(at)) && !isBlank(after(at)) && (c == '"' || Character.isLetter(after(at)));
        if (open == c && !isBlank(before(at)) && !opens && (c == '"' || !Character.isLetterOrDigit(after(at)))) {
            close(at);
        } else if (opens && (open == NONE || open == c)) {
            open(c, at);
        }
    }

    private void single(char c, int at) {
        if (c == '\u2018' && open == NONE) {
            open(c, at);
        } else if (c == '\u2019' && open == '\u2018' && !Character.isLetterOrDigit(after(at))) {
            close(at);
        }
    }

    private void curly(char c, int at) {
        var closes = open == '\u201E' && c != '\u201E' || open == '\u201C' && c == '\u201D';
        if (closes) {
            close(at);
        } else if (c != '\u201D' && (open == NONE || open == '\u2018' || open == '\'')) {
            open(c, at);
        }
    }

    private void angle(char c, int at) {
        if (open == c) {
            depth++;
        } else if (open == '\u00AB' || open == '\u00BB') {
            if (depth-- == 0) {
                close(at);
            }
        } else if ((open == NONE || open == '\'') && (c == '\u00AB' || isEdge(before(at)))) {
            open(c, at);
        }
    }

    private void open(char c, int at) {
        open = c;
        from = at + 1;
        depth = 0;
    }

    private void close(int at) {
        add(at, false);
        open = NONE;
    }

    private void endLine(int at) {
        if (open != NONE && open != '\'' && open != '\u2018') {
            var next = at;
            while (next < text.length() && isBlank(text.charAt(next))) {
                next++;
            }
            if (next < text.length() && text.charAt(next) == open) {
                add(at, true);
            }
        }
        open = NONE;
    }

    private void add(int at, boolean goesOn) {
        var start = from;
        var end = at;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && (isBlank(text.charAt(end - 1)) || text.charAt(end - 1) == ',')) {
            end--;
        }
        if (end > start) {
            spans.add(new Span(start, end, goesOn));
        }
    }

    private char before(int at) {
        return at == 0 ? '\n' : text.charAt(at - 1);
    }

    private char after(int at) {
        return at + 1 < text.length() ? text.charAt(at + 1) : '\n';
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isEdge(char c) {
        return isBlank(c) || c == '(' || c == '[' || c == '-' || c >= '\u2012' && c <= '\u2015' || c == '/';
    }
}
