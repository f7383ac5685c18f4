// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where each term occurs in a stretch of tokens: a sentence, a paragraph or the whole article. Furniture is left out.
 * Made once and used again and again, by one thread at a time.
 */
final class Scope {
    private final int[] head;
    private final int[] tail;
    private final int[] seen;
    private int[] next = new int[512];
    private int[] token = new int[512];
    private int used;
    private int round;
    private final ArrayDeque<Spans> free = new ArrayDeque<>();
    private @Nullable Scope inner;

    Tokens tokens;
    int first;
    int limit;

    Scope(int termCount) {
        head = new int[termCount];
        tail = new int[termCount];
        seen = new int[termCount];
        tokens = new Tokens("", 0);
    }

    Scope over(Tokens article, int from, int to) {
        tokens = article;
        first = from;
        limit = to;
        used = 0;
        round++;
        for (int t = from; t < to; t++) {
            if (!tokens.is(t, Tokens.FURNITURE)) {
                for (var term : tokens.form[t].terms) {
                    put(term, t);
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

    boolean has(int term) {
        return seen[term] == round;
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

    /** A scope for a part of this one. */
    Scope inner() {
        if (inner == null) {
            inner = new Scope(seen.length);
        }
        return inner;
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
