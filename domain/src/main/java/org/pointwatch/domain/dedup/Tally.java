// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.Arrays;

/** Counts, for one document at a time, what each text shares with it. */
final class Tally {
    private static final int BODY = 1;
    private static final int LEAD = 1 << 12;
    private static final int TITLE = 1 << 17;
    private static final int ANCHOR = 1 << 20;

    private int[] texts = new int[1 << 8];
    private int[] counts = new int[1 << 8];
    private int[] used = new int[1 << 7];
    private int size;

    /** Called for each text that shares anything. */
    interface Sharing {
        void text(int text, int body, int lead, boolean title, int anchors);
    }

    void clear() {
        for (var i = 0; i < size; i++) {
            counts[used[i]] = 0;
        }
        size = 0;
    }

    void body(int text) {
        count(text, BODY);
    }

    void mark(int text, boolean title) {
        count(text, title ? TITLE : LEAD);
    }

    void anchor(int text) {
        count(text, ANCHOR);
    }

    void forEach(Sharing sharing) {
        for (var i = 0; i < size; i++) {
            var c = counts[used[i]];
            sharing.text(texts[used[i]], c & 0xfff, c >> 12 & 0x1f, (c >> 17 & 7) > 0, c >> 20);
        }
    }

    private void count(int text, int unit) {
        var at = slot(text);
        if (counts[at] == 0) {
            if (size == used.length) {
                grow();
                at = slot(text);
            }
            texts[at] = text;
            used[size++] = at;
        }
        counts[at] += unit;
    }

    private int slot(int text) {
        var mask = texts.length - 1;
        var at = text * 0x9E3779B9 >>> 8 & mask;
        while (counts[at] != 0 && texts[at] != text) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        var oldTexts = texts;
        var oldCounts = counts;
        var oldUsed = Arrays.copyOf(used, size);
        texts = new int[oldTexts.length * 2];
        counts = new int[oldTexts.length * 2];
        used = new int[texts.length / 2];
        size = 0;
        for (var old : oldUsed) {
            var at = slot(oldTexts[old]);
            texts[at] = oldTexts[old];
            counts[at] = oldCounts[old];
            used[size++] = at;
        }
    }
}
