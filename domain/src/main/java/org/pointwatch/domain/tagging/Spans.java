// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.Arrays;

/**
 * Stretches of tokens, both ends inclusive. A full list takes no more: what was found is enough to prove a match.
 */
final class Spans {
    private static final int MOST = 4096;

    private long[] spans = new long[16];
    private int size;
    private boolean sorted = true;

    void clear() {
        size = 0;
        sorted = true;
    }

    void add(int first, int last) {
        if (size == MOST) {
            return;
        }
        if (size == spans.length) {
            spans = Arrays.copyOf(spans, size * 2);
        }
        var span = (long) first << 32 | last;
        sorted &= size == 0 || spans[size - 1] < span;
        spans[size++] = span;
    }

    /** By first token, then last, each once. */
    void sort() {
        if (sorted) {
            return;
        }
        Arrays.sort(spans, 0, size);
        var kept = 1;
        for (int i = 1; i < size; i++) {
            if (spans[i] != spans[kept - 1]) {
                spans[kept++] = spans[i];
            }
        }
        size = kept;
        sorted = true;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int from(int i) {
        return (int) (spans[i] >>> 32);
    }

    int to(int i) {
        return (int) spans[i];
    }

    /** Of sorted spans, the first that begins behind a token; {@link #size} if there is none. */
    int firstBehind(int token) {
        var low = 0;
        var high = size;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (from(middle) > token) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The stretch nearest to a token. */
    int nearest(int token) {
        var best = 0;
        for (int i = 1; i < size; i++) {
            if (Math.abs(from(i) - token) < Math.abs(from(best) - token)) {
                best = i;
            }
        }
        return best;
    }
}
