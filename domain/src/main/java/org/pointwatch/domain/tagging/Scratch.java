// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

/** The memory that tagging one text needs and the next text can use again; for one thread at a time. */
final class Scratch {
    final Scope article;
    final Scope sentence;
    final int[] asked;
    final int[] met;
    final int[] candidates;
    private int round;

    Scratch(int terms, int rules) {
        article = new Scope(terms);
        sentence = new Scope(terms);
        asked = new int[rules];
        met = new int[rules];
        candidates = new int[rules];
    }

    int nextRound() {
        return ++round;
    }
}
