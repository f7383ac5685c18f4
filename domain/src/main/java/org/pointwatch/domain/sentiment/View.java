// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Words;

/**
 * A target and the words around it that have a say: those of its sentence, {@link #REACH} to each side at most. A target
 * of more than {@link #LONGEST_TARGET} words is a passage, and its own words are judged.
 */
final class View {
    static final int REACH = 30;
    static final int LONGEST_TARGET = 8;

    /** A number, whatever it is. */
    static final int NUMBER = 7;

    private static final int NEGATION_REACH = 4;

    /** A quotation mark stands close to its words; so no run of marks makes this slow. */
    private static final int MARK_REACH = 12;

    final Words words;

    /** Of the sentence, in view. */
    final int from;

    final int to;

    /** The target's first word, and the one behind it. */
    final int first;

    final int last;

    final boolean passage;

    /** All of these by word, from {@link #from} on. */
    final int[] hash;

    final byte[][] classes;
    final boolean[] quoted;
    final boolean[] negated;
    final int[] stem;

    /**
     * Whether a word is a name's, and not the target's. Of words with a class only those are that go on a name, for sentences
     * begin with a capital too.
     */
    final boolean[] named;

    private View(Words words, int sentence, int first, int last, boolean passage, WordClasses known) {
        this.words = words;
        this.first = first;
        this.last = last;
        this.passage = passage;
        from = Math.max(words.firstOf(sentence), first - REACH);
        to = Math.min(words.firstOf(sentence + 1), Math.min(last, first + REACH) + REACH);
        var length = to - from;
        hash = new int[length];
        classes = new byte[length][];
        quoted = new boolean[length];
        negated = new boolean[length];
        stem = new int[length];
        named = new boolean[length];
        for (int w = from; w < to; w++) {
            hash[w - from] = Double.isNaN(words.number(w)) ? words.plain(w).hashCode() : NUMBER;
            classes[w - from] = known.of(words, w);
            stem[w - from] = Stems.hash(words.plain(w));
            named[w - from] = capital(w);
        }
        quotations(words.firstOf(sentence));
        negations(known);
    }

    /** Of the target between two offsets; null if no word is there. */
    static @Nullable View at(Words words, int start, int end, WordClasses known) {
        var first = firstBehind(words, start);
        if (first == words.count() || words.start(first) >= end) {
            return null;
        }
        var last = first + 1;
        while (last < words.count() && words.start(last) < end && last - first <= REACH * 2) {
            last++;
        }
        return of(words, first, last, known);
    }

    /** The first word that ends behind an offset, or the number of words. */
    private static int firstBehind(Words words, int offset) {
        var low = 0;
        var high = words.count();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (words.end(middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** @param first a word of the text; the target ends with its sentence at the latest */
    static View of(Words words, int first, int last, WordClasses known) {
        var sentence = words.sentenceOf(first);
        var end = Math.min(last, words.firstOf(sentence + 1));
        return new View(words, sentence, first, end, end - first > LONGEST_TARGET, known);
    }

    /** A sentence as a passage. */
    static View of(Words words, int sentence, WordClasses known) {
        return new View(words, sentence, words.firstOf(sentence), words.firstOf(sentence + 1), true, known);
    }

    int length() {
        return to - from;
    }

    private boolean capital(int word) {
        if (word >= first && word < last || !words.isCapital(word)) {
            return false;
        }
        return (classes[word - from].length == 0 || word > from && words.isCapital(word - 1))
                && Double.isNaN(words.number(word));
    }

    boolean isName(int word) {
        return word >= from && word < to && named[word - from];
    }

    private void quotations(int sentenceFirst) {
        var open = false;
        for (int w = sentenceFirst; w < to; w++) {
            var start = words.start(w);
            var gap = w == 0 ? 0 : words.end(w - 1);
            for (int i = Math.max(gap, start - MARK_REACH); i < start; i++) {
                var c = words.text().charAt(i);
                if (c == '\u201D' && !open) {
                    quoteUpTo(w);
                }
                open = c == '\u201C' || c != '\u201D' && open != (c == '"');
            }
            if (w >= from) {
                quoted[w - from] = open;
            }
        }
    }

    /** A quotation that began in an earlier sentence. */
    private void quoteUpTo(int word) {
        for (int w = from; w < word; w++) {
            quoted[w - from] = true;
        }
    }

    private void negations(WordClasses known) {
        var left = 0;
        for (int i = 0; i < length(); i++) {
            left = words.isBehindComma(from + i) || words.isBehindStop(from + i) ? 0 : left;
            negated[i] = left-- > 0;
            left = known.is(classes[i], WordClasses.NEGATION) ? NEGATION_REACH : left;
        }
    }
}
