// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Shortens a text to a share of its words.
 *
 * @param givenUpFirst paragraphs that thinning takes out before any other, so that what is left of a report is not only
 *     what it shares with a different one
 */
record Abridging(Manner manner, int percent, Set<String> givenUpFirst) implements Change {

    enum Manner {
        CUT_FROM_END,
        THINNED
    }

    @Override
    public Draft apply(Draft draft, Random random) {
        int target = Math.max(1, draft.words() * percent / 100);
        var paragraphs = manner == Manner.THINNED ? thinned(draft.paragraphs(), target, random) : draft.paragraphs();
        return draft.withParagraphs(cut(paragraphs, target));
    }

    /** Takes out paragraphs, never the first, as long as what stays has the words that are asked for. */
    private List<String> thinned(List<String> paragraphs, int target, Random random) {
        var kept = new ArrayList<>(paragraphs);
        int words = kept.stream().mapToInt(Prose::words).sum();
        while (kept.size() > 1 && words > target) {
            int out = 1 + victim(kept.subList(1, kept.size()), random);
            if (words - Prose.words(kept.get(out)) < target * 9 / 10) {
                return kept;
            }
            words -= Prose.words(kept.remove(out));
        }
        return kept;
    }

    private int victim(List<String> candidates, Random random) {
        for (int i = 0; i < candidates.size(); i++) {
            if (givenUpFirst.contains(candidates.get(i))) {
                return i;
            }
        }
        return random.nextInt(candidates.size());
    }

    /** Whole sentences from the beginning, until nine tenths of the target are reached. */
    private static List<String> cut(List<String> paragraphs, int target) {
        var kept = new ArrayList<String>();
        int words = 0;
        for (var paragraph : paragraphs) {
            var sentences = new ArrayList<String>();
            for (var sentence : Prose.sentences(paragraph)) {
                if (words > 0 && words >= target * 9 / 10) {
                    break;
                }
                sentences.add(sentence);
                words += Prose.words(sentence);
            }
            if (sentences.isEmpty()) {
                return kept;
            }
            kept.add(String.join(" ", sentences));
        }
        return kept;
    }
}
