// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Numbers the sentences that evidence points into; in the end they are put in text order. */
final class SentenceIndex {
    private final Tokens tokens;
    private final int[] number;
    private final List<Integer> used = new ArrayList<>();

    SentenceIndex(Tokens tokens) {
        this.tokens = tokens;
        number = new int[tokens.sentenceCount];
        Arrays.fill(number, -1);
    }

    /** A provisional number, good until {@link #ordered}. */
    int of(int sentence) {
        if (number[sentence] < 0) {
            number[sentence] = used.size();
            used.add(sentence);
        }
        return number[sentence];
    }

    List<Sentence> sentences() {
        return used.stream().sorted().map(tokens::sentence).toList();
    }

    /** The evidence in text order, with final numbers. */
    List<Evidence> ordered(List<Evidence> evidence) {
        var rank = rank();
        return evidence.stream()
                .sorted(Comparator.comparingInt(Evidence::start))
                .map(e -> new Evidence(e.start(), e.end(), rank[e.sentence()], e.rule()))
                .toList();
    }

    private int[] rank() {
        var sorted = used.stream().sorted().toList();
        var rank = new int[sorted.size()];
        for (int i = 0; i < rank.length; i++) {
            rank[number[sorted.get(i)]] = i;
        }
        return rank;
    }
}
