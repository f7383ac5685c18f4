// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.Arrays;

/** A text cut into words and sentences, and what the lexicon knows of each word. Filled by the {@link Tokenizer}. */
public final class Tokens {
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

    private static final int CHARS_A_WORD = 5;

    final String text;
    final int titleEnd;
    int count;
    int[] start;
    int[] end;
    int[] flags;
    WordForm[] form;

    int sentenceCount;
    /** First token, first character, end character and line of each sentence. */
    int[] sentenceFrom = new int[33];

    int[] sentenceStart = new int[32];
    int[] sentenceEnd = new int[32];
    int[] sentenceLine = new int[32];

    Tokens(String text, int titleEnd) {
        this.text = text;
        this.titleEnd = titleEnd;
        var room = text.length() / CHARS_A_WORD + 8;
        start = new int[room];
        end = new int[room];
        flags = new int[room];
        form = new WordForm[room];
    }

    /** Cut without any dossier: for those who only need words and sentences. */
    public static Tokens plain(String title, String body, String language) {
        return Tokenizer.read(
                title, body, new Lexicon(new Vocabulary(), new Naming.Alias[0][], language), Traits.of(language));
    }

    /** Title + two newlines + body; all offsets go into it. */
    public String text() {
        return text;
    }

    public int count() {
        return count;
    }

    /** How many sentences there are; one without a word is none. */
    public int sentences() {
        return sentenceCount;
    }

    public int start(int token) {
        return start[token];
    }

    public int end(int token) {
        return end[token];
    }

    void add(int from, int to, int tokenFlags, WordForm word) {
        if (count == start.length) {
            start = Arrays.copyOf(start, count * 2);
            end = Arrays.copyOf(end, count * 2);
            flags = Arrays.copyOf(flags, count * 2);
            form = Arrays.copyOf(form, count * 2);
        }
        start[count] = from;
        end[count] = to;
        flags[count] = tokenFlags | word.capitals;
        form[count++] = word;
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

    boolean marked(int token, int mark) {
        return (form[token].marks & mark) != 0;
    }

    boolean has(int token, int term) {
        return form[token].has(term);
    }

    /** Whether the tokens from here on are this phrase, before {@code limit}. */
    boolean matches(int token, int[] phrase, int limit) {
        if (token + phrase.length > limit) {
            return false;
        }
        for (int i = 0; i < phrase.length; i++) {
            if (!form[token + i].has(phrase[i])) {
                return false;
            }
        }
        return true;
    }

    int sentenceOf(int token) {
        var at = Arrays.binarySearch(sentenceFrom, 0, sentenceCount + 1, token);
        return at >= 0 ? at : -at - 2;
    }

    boolean inTitle(int sentence) {
        return sentenceStart[sentence] < titleEnd;
    }

    /** The sentence behind the paragraph that this one stands in; a line is a paragraph. */
    int paragraphEnd(int sentence) {
        var next = sentence + 1;
        while (next < sentenceCount && sentenceLine[next] == sentenceLine[sentence]) {
            next++;
        }
        return next;
    }

    /** At once, where {@link #paragraphStart} walks. */
    public boolean opensParagraph(int sentence) {
        return sentence == 0 || sentenceLine[sentence - 1] != sentenceLine[sentence];
    }

    int paragraphStart(int sentence) {
        var first = sentence;
        while (first > 0 && sentenceLine[first - 1] == sentenceLine[sentence]) {
            first--;
        }
        return first;
    }

    /** Without the blanks around it. */
    public Sentence sentence(int index) {
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
