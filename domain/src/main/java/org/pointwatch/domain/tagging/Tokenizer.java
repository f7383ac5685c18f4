// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

/** One pass over the characters: words with what the lexicon knows of them, sentences, lines. */
final class Tokenizer {
    /** A longer run of words is cut here, so that no text makes a rule slow. */
    private static final int LONGEST_SENTENCE = 250;

    private final Lexicon lexicon;
    private final Traits traits;
    private final char[] chars;
    private final String text;
    private final Tokens out;
    private final NumberWords spelled = new NumberWords();
    private int at;
    private int flagsNext;
    private boolean bracket;
    private int line;
    private int sentenceStart;
    private int sentenceFirst;

    private Tokenizer(Lexicon lexicon, Traits traits, Tokens out) {
        this.lexicon = lexicon;
        this.traits = traits;
        this.out = out;
        this.text = out.text;
        this.chars = text.toCharArray();
    }

    static Tokens read(String title, String body, Lexicon lexicon, Traits traits) {
        var out = new Tokens(title + "\n\n" + body, title.length());
        new Tokenizer(lexicon, traits, out).run();
        return out;
    }

    private void run() {
        while (at < chars.length) {
            var c = chars[at];
            if (c == ' ') {
                at++;
            } else if (Letters.isWord(c)) {
                token(c);
            } else {
                gap(c);
            }
        }
        endSentence(at);
    }

    private void token(char first) {
        if (out.count - sentenceFirst >= LONGEST_SENTENCE) {
            endSentence(at);
        }
        var flags = flagsNext | (bracket ? Tokens.BRACKET : 0);
        flagsNext = 0;
        if (Letters.isDigit(first)) {
            number(flags);
        } else {
            word(flags);
        }
    }

    /** Most words are letters and nothing else. */
    private void word(int flags) {
        var from = at;
        var hash = 0;
        while (at < chars.length && Letters.isWord(chars[at])) {
            hash = hash * 31 + chars[at++];
        }
        var next = at < chars.length ? chars[at] : ' ';
        if (next == '\'' || next == '.' || next > '~') {
            letters(flags, hash, from);
        } else {
            add(from, at, flags, hash);
        }
    }

    /** Reads letters, digits and what may stand inside a word: apostrophes, dots of an abbreviation, invisible marks. */
    private void letters(int flags, int startHash, int from) {
        var hash = startHash;
        var run = at - from;
        var dotted = false;
        while (at < chars.length) {
            var c = chars[at];
            if (Letters.isWord(c)) {
                run++;
            } else if (Letters.isApostrophe(c) && wordAt(at + 1)) {
                if (isPossessive()) {
                    break;
                }
                if (traits.elides(text, from, at)) {
                    add(from, at, flags, hash);
                    at++;
                    return;
                }
                run++;
            } else if (c == '.' && run == 1 && wordAt(at + 1) && !wordAt(at + 2)) {
                dotted = true;
                run = 0;
            } else if (!Letters.isInvisible(c)) {
                break;
            }
            hash = hash * 31 + c;
            at++;
        }
        if (dotted && at < chars.length && chars[at] == '.') {
            hash = hash * 31 + '.';
            at++;
        }
        end(from, flags, hash, dotted);
    }

    private void end(int from, int flags, int hash, boolean dotted) {
        var end = at;
        var possessive = at < chars.length && Letters.isApostrophe(chars[at]) && isPossessive();
        at += possessive ? 2 : 0;
        add(from, end, possessive ? flags | Tokens.POSSESSIVE : flags, hash);
        if (dotted && !possessive && SentenceEnds.afterAbbreviation(text, at)) {
            endSentence(at);
        }
    }

    private void add(int from, int to, int flags, int hash) {
        var form = lexicon.form(chars, from, to, hash);
        if (form.spelled > 0) {
            endSpelled(flags, form.spelled);
        } else if (!spelled.isEmpty() && !isAnd(from, to)) {
            endSpelled();
        }
        out.add(from, to, flags, form);
    }

    private boolean isAnd(int from, int to) {
        return to - from == 3 && text.startsWith("and", from);
    }

    /** A number word that does not go on with the number before it opens the next one. */
    private void endSpelled(int flags, int value) {
        var joined = (flags & (Tokens.COMMA_BEFORE | Tokens.STOP_BEFORE)) == 0;
        if (!joined || !spelled.take(value)) {
            endSpelled();
            spelled.take(value);
        }
    }

    /** The last word of a number that is spelt out stands for it. */
    private void endSpelled() {
        if (spelled.isEmpty()) {
            return;
        }
        var value = spelled.end();
        var last = out.count - 1;
        while (last > 0 && out.form[last].spelled == 0) {
            last--;
        }
        out.form[last] = lexicon.number(out.form[last], value, Unit.of(text, out.start[last], out.end[last]));
    }

    /** Whether {@code 's} and the end of the word follow. */
    private boolean isPossessive() {
        return at + 1 < chars.length && (chars[at + 1] == 's' || chars[at + 1] == 'S') && !wordAt(at + 2);
    }

    private boolean wordAt(int i) {
        return i < chars.length && Letters.isWord(chars[i]);
    }

    private void number(int flags) {
        var from = at;
        var number = new NumberReader(text, at, traits);
        at = number.end();
        while (wordAt(at)) {
            at++;
        }
        var end = at;
        var possessive = at < chars.length && Letters.isApostrophe(chars[at]) && isPossessive();
        at += possessive ? 2 : 0;
        var magnitudeEnd = Magnitude.endAfter(text, end);
        var value = number.value() * Magnitude.between(text, end, magnitudeEnd);
        var unit = Unit.of(text, from, magnitudeEnd);
        var bare = unit == null && magnitudeEnd == end;
        var word = bare ? lexicon.number(chars, from, end, value) : lexicon.number(chars, from, end, value, unit);
        endSpelled();
        out.add(from, end, possessive ? flags | Tokens.POSSESSIVE : flags, word);
    }

    private void gap(char c) {
        if (Letters.isBreak(c)) {
            endSentence(at);
            line++;
            bracket = false;
            flagsNext = 0;
        } else if (c == '.' || c == '!' || c == '?' || c == '\u2026') {
            stop();
            return;
        } else {
            punctuation(c);
        }
        at++;
    }

    private void stop() {
        var end = SentenceEnds.at(text, at);
        var next = end < 0 ? ~end : end;
        closeBrackets(at, next);
        at = next;
        if (end < 0) {
            flagsNext |= Tokens.STOP_BEFORE;
        } else {
            endSentence(at);
        }
    }

    private void closeBrackets(int from, int to) {
        for (int i = from; i < to; i++) {
            bracket &= chars[i] != ')';
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
            case ';', '"', '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB', '|' -> flagsNext |= Tokens.STOP_BEFORE;
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
        endSpelled();
        if (out.count > sentenceFirst) {
            out.addSentence(sentenceFirst, sentenceStart, end, line);
        }
        sentenceFirst = out.count;
        sentenceStart = end;
        flagsNext &= Tokens.BRACKET_OPENS;
    }
}
