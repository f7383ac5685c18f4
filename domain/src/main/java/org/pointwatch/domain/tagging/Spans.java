// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

/** A few stretches of tokens, both ends inclusive. A full list takes no more: what was found is enough to prove a match. */
final class Spans {
    private static final int MOST = 64;

    private final int[] from = new int[MOST];
    private final int[] to = new int[MOST];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int first, int last) {
        if (size < MOST) {
            from[size] = first;
            to[size++] = last;
        }
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int from(int i) {
        return from[i];
    }

    int to(int i) {
        return to[i];
    }

    /** The stretch nearest to a token. */
    int nearest(int token) {
        var best = 0;
        for (int i = 1; i < size; i++) {
            if (Math.abs(from[i] - token) < Math.abs(from[best] - token)) {
                best = i;
            }
        }
        return best;
    }
}
