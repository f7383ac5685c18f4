// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts of made-up words, and what they share exactly. */
final class Texts {
    private Texts() {}

    /** Words as skewed as those of a language: the first of the vocabulary are everywhere. */
    static List<String> words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + (int) (3000 * Math.pow(random.nextDouble(), 2)))
                .toList();
    }

    static String text(List<String> words) {
        return String.join(" ", words);
    }

    static Set<String> shingles(List<String> words) {
        return IntStream.rangeClosed(0, words.size() - Sketcher.WIDTH)
                .mapToObj(i -> text(words.subList(i, i + Sketcher.WIDTH)))
                .collect(Collectors.toSet());
    }

    /** The part of the text with fewer shingles that the other contains, counted one by one. */
    static double containment(List<String> a, List<String> b) {
        var of = shingles(a);
        var in = shingles(b);
        var both = new HashSet<>(of);
        both.retainAll(in);
        return both.size() / (double) Math.min(of.size(), in.size());
    }
}
