// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text as the tagger cut it: its words and its sentences, for everything else that reads the same text. Offsets are in
 * UTF-16 units into title + "\n\n" + text.
 */
public final class Words {
    private final Tokens tokens;
    private final Map<Integer, List<WatchedNumber>> watched;

    Words(Tokens tokens, Map<Integer, List<WatchedNumber>> watched) {
        this.tokens = tokens;
        this.watched = watched;
    }

    /** The words as dates see them. */
    public Tokens tokens() {
        return tokens;
    }

    /** A text without a title cut without any dossier; its first character is at offset 2. */
    public static Words of(String text, String language) {
        return new Words(Tokens.plain("", text, language), Map.of());
    }

    /** A word as {@link #plain(int)} would have it. */
    public static String plain(String word) {
        return WordForm.plain(word.toCharArray());
    }

    /** Title, two line ends, text. */
    public String text() {
        return tokens.text;
    }

    /** How many words there are. */
    public int count() {
        return tokens.count;
    }

    /** Offset of the first character of a word. */
    public int start(int word) {
        return tokens.start[word];
    }

    /** Offset behind the last character of a word, a possessive 's not included. */
    public int end(int word) {
        return tokens.end[word];
    }

    /** A word in small letters and digits, without accents (\u0439 is \u0438, \u0451 is \u0435), apostrophes and dots. */
    public String plain(int word) {
        return tokens.form[word].plain;
    }

    /** The value of a number, magnitude words behind it included; NaN for all else. */
    public double number(int word) {
        return tokens.form[word].number;
    }

    /** Offset behind a number and the magnitude words that belong to it. */
    public int numberEnd(int word) {
        return Magnitude.endAfter(tokens.text, tokens.end[word]);
    }

    /** The first word of a number that is spelt out, or the number itself. */
    public int numberFirst(int word) {
        var first = word;
        if (tokens.form[word].spelled > 0) {
            var sentence = tokens.sentenceFrom[tokens.sentenceOf(word)];
            while (first > sentence && tokens.form[first - 1].spelled > 0) {
                first--;
            }
        }
        return first;
    }

    /** What a number counts if that is money or a share: USD, EUR, GBP, RUB, UAH or PERCENT; null else. */
    public @Nullable String moneyOrShare(int word) {
        var unit = Unit.of(tokens.text, tokens.start[numberFirst(word)], numberEnd(word));
        return unit == null ? null : unit.name();
    }

    /** Where rules of the dossier's figures watch this number. */
    public List<WatchedNumber> watched(int word) {
        return watched.getOrDefault(word, List.of());
    }

    /** Whether any number of the text is watched. */
    public boolean hasWatched() {
        return !watched.isEmpty();
    }

    /** Whether its first letter is a capital. */
    public boolean isCapital(int word) {
        return tokens.is(word, Tokens.UPPER_FIRST);
    }

    /** Whether {@code 's} is behind it. */
    public boolean isPossessive(int word) {
        return tokens.is(word, Tokens.POSSESSIVE);
    }

    /** Whether it belongs to the page and not to the report. */
    public boolean isFurniture(int word) {
        return tokens.is(word, Tokens.FURNITURE);
    }

    /** Whether a comma stands before it. */
    public boolean isBehindComma(int word) {
        return tokens.is(word, Tokens.COMMA_BEFORE);
    }

    /** Whether a quotation mark, bracket, colon, semicolon, dash or the dot of an abbreviation stands before it. */
    public boolean isBehindStop(int word) {
        return tokens.is(word, Tokens.STOP_BEFORE);
    }

    /** How many sentences there are, the title's among them. */
    public int sentences() {
        return tokens.sentenceCount;
    }

    /** First word of a sentence; of the number of sentences: the number of words. */
    public int firstOf(int sentence) {
        return tokens.sentenceFrom[sentence];
    }

    /** Offset at which a sentence begins; blanks may come before its first word. */
    public int sentenceStart(int sentence) {
        return tokens.sentenceStart[sentence];
    }

    /** Offset at which a sentence ends, exclusive. */
    public int sentenceEnd(int sentence) {
        return tokens.sentenceEnd[sentence];
    }

    /** The sentence that a word stands in. */
    public int sentenceOf(int word) {
        return tokens.sentenceOf(word);
    }

    /** Whether a sentence belongs to the title. */
    public boolean isTitle(int sentence) {
        return tokens.inTitle(sentence);
    }

    /** Whether two sentences stand in one paragraph. */
    public boolean sameParagraph(int one, int other) {
        return tokens.sentenceLine[one] == tokens.sentenceLine[other];
    }

    /** A sentence as findings write it. */
    public Sentence sentence(int sentence) {
        return tokens.sentence(sentence);
    }
}
