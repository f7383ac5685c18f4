// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayDeque;
import java.util.Arrays;

/** Where each term occurs in a stretch of tokens: a sentence, a line or the whole article. Furniture is left out. */
final class Scope {
    private final int[] head;
    private final int[] tail;
    private final int[] seen;
    private int[] next = new int[512];
    private int[] token = new int[512];
    private int used;
    private int round;
    private final ArrayDeque<Spans> free = new ArrayDeque<>();

    Tokens tokens;
    int first;
    int limit;

    Scope(int termCount, Tokens tokens) {
        head = new int[termCount];
        tail = new int[termCount];
        seen = new int[termCount];
        this.tokens = tokens;
    }

    Scope over(int from, int to) {
        first = from;
        limit = to;
        used = 0;
        round++;
        for (int t = from; t < to; t++) {
            if (!tokens.is(t, Tokens.FURNITURE)) {
                for (int i = tokens.termsFrom[t]; i < tokens.termsFrom[t + 1]; i++) {
                    put(tokens.terms[i], t);
                }
            }
        }
        return this;
    }

    private void put(int term, int at) {
        if (used == next.length) {
            next = Arrays.copyOf(next, used * 2);
            token = Arrays.copyOf(token, used * 2);
        }
        token[used] = at;
        next[used] = -1;
        if (seen[term] == round) {
            next[tail[term]] = used;
        } else {
            seen[term] = round;
            head[term] = used;
        }
        tail[term] = used++;
    }

    /** First occurrence of a term, -1 if there is none; go on with {@link #after}, read with {@link #at}. */
    int first(int term) {
        return seen[term] == round ? head[term] : -1;
    }

    int after(int occurrence) {
        return next[occurrence];
    }

    int at(int occurrence) {
        return token[occurrence];
    }

    boolean inTitle() {
        return first < limit && tokens.start[first] < tokens.titleEnd;
    }

    Spans borrow() {
        var spans = free.poll();
        if (spans == null) {
            return new Spans();
        }
        spans.clear();
        return spans;
    }

    void giveBack(Spans spans) {
        free.push(spans);
    }
}
