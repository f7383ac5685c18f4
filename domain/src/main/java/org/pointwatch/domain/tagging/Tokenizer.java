// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;

/** One pass over the characters: words with their terms, sentences, lines. */
final class Tokenizer {
    /** A longer run of words is cut here, so that no text makes a rule slow. */
    private static final int LONGEST_SENTENCE = 250;

    private final Trie trie;
    private final List<Vocabulary.Range> ranges;
    private final String text;
    private final Tokens out;
    private final int[] pending = new int[32];
    private int pendingCount;
    private int at;
    private int node;
    private int flagsNext;
    private boolean bracket;
    private int line;
    private int sentenceStart;
    private int sentenceFirst;

    private Tokenizer(Trie trie, List<Vocabulary.Range> ranges, Tokens out) {
        this.trie = trie;
        this.ranges = ranges;
        this.out = out;
        this.text = out.text;
    }

    static Tokens read(String title, String body, Trie trie, List<Vocabulary.Range> ranges) {
        var out = new Tokens(title + "\n\n" + body, title.length());
        new Tokenizer(trie, ranges, out).run();
        return out;
    }

    private void run() {
        while (at < text.length()) {
            var c = text.charAt(at);
            if (Letters.isWord(c)) {
                token(c);
            } else {
                gap(c);
            }
        }
        endSentence(at);
        out.termsFrom[out.count] = out.termCount;
    }

    private void token(char first) {
        if (out.count - sentenceFirst >= LONGEST_SENTENCE) {
            endSentence(at);
        }
        var token = out.add(at);
        var from = at;
        out.flags[token] = flagsNext | (bracket ? Tokens.BRACKET : 0);
        flagsNext = 0;
        node = Trie.ROOT;
        pendingCount = 0;
        var dotted = Letters.isDigit(first) ? number(token) : letters(token);
        out.end[token] = out.is(token, Tokens.POSSESSIVE) ? at - 2 : at;
        flagCase(token, from);
        emit(token);
        if (dotted && SentenceEnds.afterAbbreviation(text, at)) {
            endSentence(at);
        }
    }

    /** Reads letters, digits and inner apostrophes; answers whether it was an abbreviation with dots. */
    private boolean letters(int token) {
        var run = 0;
        var dotted = false;
        while (at < text.length()) {
            var c = text.charAt(at);
            if (Letters.isWord(c)) {
                step(c);
                run++;
            } else if (Letters.isApostrophe(c) && wordAt(at + 1)) {
                if (isPossessive()) {
                    out.flags[token] |= Tokens.POSSESSIVE;
                    at += 2;
                    return false;
                }
                run++;
            } else if (c == '.' && run == 1 && wordAt(at + 1) && !wordAt(at + 2)) {
                dotted = true;
                run = 0;
            } else if (!Letters.isInvisible(c)) {
                break;
            }
            at++;
        }
        if (dotted && at < text.length() && text.charAt(at) == '.') {
            at++;
        }
        return dotted && endDotted(token);
    }

    private boolean endDotted(int token) {
        if (at + 1 < text.length() && Letters.isApostrophe(text.charAt(at)) && isPossessive()) {
            out.flags[token] |= Tokens.POSSESSIVE;
            at += 2;
        }
        return true;
    }

    private boolean isPossessive() {
        return at + 1 < text.length() && (text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S') && !wordAt(at + 2);
    }

    private boolean wordAt(int i) {
        return i < text.length() && Letters.isWord(text.charAt(i));
    }

    private void step(char c) {
        var folded = Letters.fold(c);
        if (node == Trie.DEAD || folded == Letters.NOTHING) {
            return;
        }
        node = trie.step(node, folded);
        if (node != Trie.DEAD) {
            for (var term : trie.prefix(node)) {
                if (pendingCount < pending.length) {
                    pending[pendingCount++] = term;
                }
            }
        }
    }

    private boolean number(int token) {
        var value = new NumberReader(text, at);
        for (int i = at; i < value.end(); i++) {
            if (Letters.isDigit(text.charAt(i)) || i == value.point()) {
                step(text.charAt(i));
            }
        }
        at = value.end();
        out.number[token] = value.value();
        return wordAt(at) && letters(token);
    }

    private void flagCase(int token, int from) {
        var first = text.charAt(from);
        if (!Character.isUpperCase(first)) {
            return;
        }
        var flags = Tokens.UPPER_FIRST | Tokens.UPPER_ALL;
        var stop = out.is(token, Tokens.POSSESSIVE) ? at - 2 : at;
        for (int i = from + 1; i < stop; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                flags = Tokens.UPPER_FIRST;
                break;
            }
        }
        out.flags[token] |= flags;
    }

    private void emit(int token) {
        for (int i = 0; i < pendingCount; i++) {
            out.addTerm(pending[i]);
        }
        if (node != Trie.DEAD) {
            for (var term : trie.exact(node)) {
                if (accepts(trie.mode(term), out.flags[token])) {
                    out.addTerm(term);
                }
            }
        }
        if (!Double.isNaN(out.number[token])) {
            var value = out.number[token] * NumberReader.scaleAfter(text, at);
            for (var range : ranges) {
                if (value >= range.from() && value <= range.to()) {
                    out.addTerm(range.term());
                }
            }
        }
    }

    private static boolean accepts(Expr.Mode mode, int flags) {
        return switch (mode) {
            case ANY_CASE, PREFIX -> true;
            case LOWER -> (flags & Tokens.UPPER_FIRST) == 0;
            case CAPITALISED -> (flags & Tokens.UPPER_FIRST) != 0;
            case UPPER -> (flags & Tokens.UPPER_ALL) != 0;
        };
    }

    private void gap(char c) {
        if (Letters.isBreak(c)) {
            endSentence(at);
            line++;
            bracket = false;
            flagsNext = 0;
        } else if (c == '.' || c == '!' || c == '?' || c == '\u2026') {
            var end = SentenceEnds.at(text, at);
            if (end > 0) {
                closeBrackets(at, end);
                at = end;
                endSentence(at);
                return;
            }
            flagsNext |= Tokens.STOP_BEFORE;
        } else {
            punctuation(c);
        }
        at++;
    }

    private void closeBrackets(int from, int to) {
        for (int i = from; i < to; i++) {
            bracket &= text.charAt(i) != ')';
        }
    }

    private void punctuation(char c) {
        switch (c) {
            case '(' -> {
                bracket = true;
                flagsNext |= Tokens.BRACKET_OPENS | Tokens.STOP_BEFORE;
            }
            case ')' -> {
                bracket = false;
                flagsNext |= Tokens.STOP_BEFORE;
            }
            case ',' -> flagsNext |= Tokens.COMMA_BEFORE;
            case ':' -> flagsNext |= Tokens.COLON_BEFORE | Tokens.STOP_BEFORE;
            case ';', '"', '\u201C', '\u201D', '|' -> flagsNext |= Tokens.STOP_BEFORE;
            default -> {
                if (Letters.isHyphen(c)) {
                    flagsNext |= Tokens.HYPHEN_BEFORE;
                } else if (Letters.isDash(c)) {
                    flagsNext |= Tokens.STOP_BEFORE;
                }
            }
        }
    }

    private void endSentence(int end) {
        if (out.count > sentenceFirst) {
            out.termsFrom[out.count] = out.termCount;
            out.addSentence(sentenceFirst, sentenceStart, end, line);
        }
        sentenceFirst = out.count;
        sentenceStart = end;
        flagsNext &= Tokens.BRACKET_OPENS;
    }
}
