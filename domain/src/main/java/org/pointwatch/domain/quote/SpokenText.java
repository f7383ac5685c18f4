// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.quote;

import java.util.Arrays;
import java.util.List;
import org.pointwatch.domain.quote.Marks.Span;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.domain.tagging.Words;

/** A text with all that is asked of its words when somebody speaks: made in one walk over them. */
final class SpokenText {
    static final int NONE = -1;

    final Words words;
    final Speech speech;
    final TagResult tags;
    final List<Span> spans;

    /** Bits of {@link SpeechKind} of each word, with none for furniture. */
    final int[] kind;

    /** For each word the actor whose name it is part of, as an index into the tags; and where the name begins and ends. */
    final int[] actor;

    final int[] nameFrom;
    final int[] nameTo;

    /** For each word the quotation that it stands in. */
    final int[] spanOf;

    /** First and last word of each quotation; the last is before the first if it holds none. */
    final int[] spanFirst;

    final int[] spanLast;

    SpokenText(Words words, TagResult tags, Speech speech) {
        this.words = words;
        this.tags = tags;
        this.speech = speech;
        var count = words.count();
        kind = new int[count];
        actor = filled(count);
        nameFrom = new int[count];
        nameTo = new int[count];
        spanOf = filled(count);
        for (int w = 0; w < count; w++) {
            kind[w] = words.isFurniture(w) ? 0 : speech.kind(words.plain(w));
        }
        var marked = Marks.in(words.text());
        spans = speech.attributesInside() ? InnerAttribution.partedIn(marked, this) : marked;
        spanFirst = new int[spans.size()];
        spanLast = new int[spans.size()];
        placeSpans();
        placeNames();
    }

    private static int[] filled(int count) {
        var none = new int[count];
        Arrays.fill(none, NONE);
        return none;
    }

    private void placeSpans() {
        var word = 0;
        for (int i = 0; i < spans.size(); i++) {
            while (word < words.count() && words.start(word) < spans.get(i).start()) {
                word++;
            }
            spanFirst[i] = word;
            while (word < words.count() && words.start(word) < spans.get(i).end()) {
                spanOf[word++] = i;
            }
            spanLast[i] = word - 1;
        }
    }

    private void placeNames() {
        for (int a = 0; a < tags.actors().size(); a++) {
            for (var evidence : tags.actors().get(a).evidence()) {
                place(a, evidence);
            }
        }
    }

    private void place(int of, Evidence evidence) {
        var from = wordAt(evidence.start());
        var to = from;
        while (to + 1 < words.count() && words.start(to + 1) < evidence.end()) {
            to++;
        }
        for (int w = from; w <= to; w++) {
            if (actor[w] == NONE || to - from > nameTo[w] - nameFrom[w]) {
                actor[w] = of;
                nameFrom[w] = from;
                nameTo[w] = to;
            }
        }
    }

    /** The word at an offset, or the one behind it. */
    int wordAt(int offset) {
        var low = 0;
        var high = words.count() - 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (words.start(middle) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean is(int word, int kinds) {
        return (kind[word] & kinds) != 0;
    }

    boolean isApart(int word) {
        return words.isBehindComma(word) || words.isBehindStop(word);
    }

    /** Whether no line ends between two quotations. */
    boolean sameLine(int span, int next) {
        for (int i = spans.get(span).end(); i < spans.get(next).start(); i++) {
            if (words.text().charAt(i) == '\n') {
                return false;
            }
        }
        return true;
    }

    /** Whether a dash stands right before a word. */
    boolean isBehindDash(int word) {
        var from = word == 0 ? 0 : words.end(word - 1);
        for (int i = from; i < words.start(word); i++) {
            var c = words.text().charAt(i);
            if (c == '-' || c >= '\u2012' && c <= '\u2015') {
                return true;
            }
        }
        return false;
    }

    int sentenceFirst(int word) {
        return words.firstOf(words.sentenceOf(word));
    }

    int sentenceLimit(int word) {
        return words.firstOf(words.sentenceOf(word) + 1);
    }

    String text(int from, int to) {
        return words.text().substring(words.start(from), words.end(to));
    }

    String actorId(int word) {
        return tags.actors().get(actor[word]).actor();
    }
}
