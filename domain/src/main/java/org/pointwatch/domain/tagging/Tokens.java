// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.Arrays;

/** A text cut into words and sentences, and what the vocabulary knows of each word. Filled by the {@link Tokenizer}. */
final class Tokens {
    static final int UPPER_FIRST = 1;
    static final int UPPER_ALL = 1 << 1;
    static final int POSSESSIVE = 1 << 2;
    static final int BRACKET = 1 << 3;
    static final int BRACKET_OPENS = 1 << 4;
    static final int COMMA_BEFORE = 1 << 5;
    static final int HYPHEN_BEFORE = 1 << 6;
    static final int STOP_BEFORE = 1 << 7;
    static final int FURNITURE = 1 << 8;
    static final int COLON_BEFORE = 1 << 9;

    final String text;
    final int titleEnd;
    int count;
    int[] start = new int[256];
    int[] end = new int[256];
    int[] flags = new int[256];
    double[] number = new double[256];
    /** Terms of token i: {@code terms[termsFrom[i] .. termsFrom[i + 1])}. */
    int[] termsFrom = new int[257];

    int[] terms = new int[512];
    int termCount;

    int sentenceCount;
    /** First token, first character, end character and line of each sentence. */
    int[] sentenceFrom = new int[33];

    int[] sentenceStart = new int[32];
    int[] sentenceEnd = new int[32];
    int[] sentenceLine = new int[32];

    Tokens(String text, int titleEnd) {
        this.text = text;
        this.titleEnd = titleEnd;
    }

    int add(int from) {
        if (count == start.length) {
            start = Arrays.copyOf(start, count * 2);
            end = Arrays.copyOf(end, count * 2);
            flags = Arrays.copyOf(flags, count * 2);
            number = Arrays.copyOf(number, count * 2);
            termsFrom = Arrays.copyOf(termsFrom, count * 2 + 1);
        }
        start[count] = from;
        number[count] = Double.NaN;
        flags[count] = 0;
        termsFrom[count] = termCount;
        return count++;
    }

    void addTerm(int term) {
        if (termCount == terms.length) {
            terms = Arrays.copyOf(terms, termCount * 2);
        }
        terms[termCount++] = term;
    }

    void addSentence(int firstToken, int from, int to, int line) {
        if (sentenceCount == sentenceStart.length) {
            sentenceFrom = Arrays.copyOf(sentenceFrom, sentenceCount * 2 + 1);
            sentenceStart = Arrays.copyOf(sentenceStart, sentenceCount * 2);
            sentenceEnd = Arrays.copyOf(sentenceEnd, sentenceCount * 2);
            sentenceLine = Arrays.copyOf(sentenceLine, sentenceCount * 2);
        }
        sentenceFrom[sentenceCount] = firstToken;
        sentenceStart[sentenceCount] = from;
        sentenceEnd[sentenceCount] = to;
        sentenceLine[sentenceCount] = line;
        sentenceFrom[++sentenceCount] = count;
    }

    boolean is(int token, int flag) {
        return (flags[token] & flag) != 0;
    }

    boolean has(int token, int term) {
        for (int i = termsFrom[token]; i < termsFrom[token + 1]; i++) {
            if (terms[i] == term) {
                return true;
            }
        }
        return false;
    }

    /** Whether the tokens from here on are this phrase, before {@code limit}. */
    boolean matches(int token, int[] phrase, int limit) {
        if (token + phrase.length > limit) {
            return false;
        }
        for (int i = 0; i < phrase.length; i++) {
            if (!has(token + i, phrase[i])) {
                return false;
            }
        }
        return true;
    }

    boolean inTitle(int sentence) {
        return sentenceStart[sentence] < titleEnd;
    }

    Sentence sentence(int index) {
        var from = sentenceStart[index];
        var to = sentenceEnd[index];
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Sentence(from, to, inTitle(index), text.substring(from, to));
    }
}
