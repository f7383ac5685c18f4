// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.quote;

import java.util.ArrayList;
import java.util.List;
import org.pointwatch.domain.quote.Marks.Span;

/** Parts quotations that hold their attribution between dashes, as Ukrainian, Russian and Polish write it. */
final class InnerAttribution {
    private static final int LONGEST = 12;

    private InnerAttribution() {}

    static List<Span> partedIn(List<Span> spans, SpokenText text) {
        var parted = new ArrayList<Span>();
        for (var span : spans) {
            part(span, text, parted);
        }
        return parted;
    }

    private static void part(Span span, SpokenText text, List<Span> out) {
        if (text.words.count() == 0) {
            return;
        }
        var start = span.start();
        for (int w = text.wordAt(start) + 1; w < text.words.count() && text.words.start(w) < span.end(); w++) {
            if (text.is(w, SpeechKind.SAY) && text.isBehindDash(w)) {
                add(start, text.words.end(w - 1), text, out);
                var next = behind(w, span.end(), text);
                if (next < 0) {
                    return;
                }
                start = text.words.start(next);
                w = next;
            }
        }
        add(start, span.end(), span.goesOn(), out);
    }

    private static void add(int start, int wordEnd, SpokenText text, List<Span> out) {
        var all = text.words.text();
        var end = wordEnd;
        while (end < all.length() && ".!?\u2026".indexOf(all.charAt(end)) >= 0) {
            end++;
        }
        add(start, end, false, out);
    }

    private static void add(int start, int end, boolean goesOn, List<Span> out) {
        if (end > start) {
            out.add(new Span(start, end, goesOn));
        }
    }

    /** The word with which the quotation goes on, -1 if the attribution ends it. */
    private static int behind(int verb, int end, SpokenText text) {
        for (int w = verb + 1; w < Math.min(text.words.count(), verb + LONGEST); w++) {
            if (text.words.start(w) >= end) {
                return -1;
            }
            if (text.isBehindDash(w)) {
                return w;
            }
        }
        return -1;
    }
}
