// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.Arrays;
import java.util.List;
import org.pointwatch.domain.quote.Quote;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.domain.tagging.Words;

/** One sentence with all that is asked of its words. Words are counted from its first one. */
final class Scene {
    static final int NONE = -1;

    final Words words;
    final int first;
    final int count;

    /** Bits of {@link Kind} of what begins at each word; of what may stand before a verb, at all its words. */
    final int[] kinds;

    /** Kinds of the longest phrase at a word with which a position can begin, and its length. */
    final int[] operator;

    final int[] operatorLength;
    final int[] negatorLength;

    /** Whether a longer phrase that began before holds the word. */
    final boolean[] covered;

    /** Words of an open alternative. */
    final boolean[] aside;

    /** For each word the actor whose name it is part of, as an index into the tags; and where the name begins. */
    final int[] actor;

    final int[] nameFrom;
    private final int[] nameLength;

    /** For each word the quote that it stands in. */
    final int[] quote;

    private final TagResult tags;

    Scene(Words words, int sentence, Lexicon lexicon, TagResult tags) {
        this.words = words;
        this.tags = tags;
        first = words.firstOf(sentence);
        count = words.firstOf(sentence + 1) - first;
        kinds = new int[count];
        operator = new int[count];
        operatorLength = new int[count];
        negatorLength = new int[count];
        covered = new boolean[count];
        actor = filled();
        nameFrom = new int[count];
        nameLength = new int[count];
        quote = filled();
        for (int i = 0; i < count; i++) {
            if (!words.isFurniture(first + i)) {
                lexicon.mark(words, first + i, first + count, this, i);
            }
        }
        aside = Hedges.alternatives(this);
        for (int i = 0; i < count; i++) {
            if (Hedges.isAgain(this, i)) {
                kinds[i] &= ~(Kind.OPERATOR | Kind.NEGATOR);
                operator[i] = 0;
                operatorLength[i] = 0;
                negatorLength[i] = 0;
            }
            var length = covered[i] ? 0 : Math.max(operatorLength[i], negatorLength[i]);
            for (int c = i + 1; c < Math.min(count, i + length); c++) {
                covered[c] = true;
            }
        }
    }

    private int[] filled() {
        var none = new int[count];
        Arrays.fill(none, NONE);
        return none;
    }

    /** A phrase of these kinds begins at a word. */
    void add(int at, int kind, int length) {
        kinds[at] |= kind;
        var opens = kind & Kind.OPERATOR;
        if (opens != 0 && length >= operatorLength[at]) {
            operator[at] = length == operatorLength[at] ? operator[at] | opens : opens;
            operatorLength[at] = length;
        }
        if ((kind & Kind.NEGATOR) != 0) {
            negatorLength[at] = Math.max(negatorLength[at], length);
        }
        var spread = kind & (Kind.BETWEEN | Kind.WEAK);
        for (int i = at + 1; spread != 0 && i < Math.min(count, at + length); i++) {
            kinds[i] |= spread;
        }
    }

    /** A verb that stands before its subject and opens a condition. */
    void turnIf(int at) {
        kinds[at] = kinds[at] & ~(Kind.OPERATOR | Kind.BETWEEN) | Kind.IF;
        operator[at] = 0;
        operatorLength[at] = 0;
    }

    /** The longest name has its words: "Ukrainian president" is the person. */
    void name(int of, int start, int end) {
        var from = indexAt(start);
        var to = from;
        while (to < count && words.start(first + to) < end) {
            to++;
        }
        for (int i = from; i < to; i++) {
            if (to - from > nameLength[i]) {
                actor[i] = of;
                nameFrom[i] = from;
                nameLength[i] = to - from;
            }
        }
    }

    void quoted(List<Quote> quotes, int index) {
        var q = quotes.get(index);
        for (int i = indexAt(q.start()); i < count && words.start(first + i) < q.end(); i++) {
            quote[i] = index;
        }
    }

    /** The word at an offset, or the first one behind it. */
    int indexAt(int offset) {
        var low = 0;
        var high = count;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (words.end(first + middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean is(int i, int kind) {
        return (kinds[i] & kind) != 0;
    }

    String plain(int i) {
        return words.plain(first + i);
    }

    boolean isBehindComma(int i) {
        return words.isBehindComma(first + i);
    }

    boolean isPossessive(int i) {
        return words.isPossessive(first + i);
    }

    String actorId(int i) {
        return tags.actors().get(actor[i]).actor();
    }

    /** Whether a phrase of the kind begins there that no longer one holds. */
    boolean begins(int i, int kind) {
        return !covered[i] && is(i, kind);
    }

    /** First word of what is said in one breath with a word: its quote, or the words outside of quotes before it. */
    int contextFrom(int i) {
        var from = i;
        while (from > 0 && quote[from - 1] == quote[i]) {
            from--;
        }
        return from;
    }

    int contextTo(int i) {
        var to = i + 1;
        while (to < count && quote[to] == quote[i]) {
            to++;
        }
        return to;
    }
}
