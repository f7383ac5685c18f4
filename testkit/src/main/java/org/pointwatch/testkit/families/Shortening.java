// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.List;
import java.util.Random;

/** Leaves a summary of 15 to 40 words: the first sentence or two, whole or broken off. */
record Shortening(boolean brokenOff) implements Change {
    static final int FEWEST = 15;
    static final int MOST = 40;

    @Override
    public Draft apply(Draft draft, Random random) {
        var summary = brokenOff ? broken(draft.text(), random) : whole(draft, random);
        return draft.withParagraphs(List.of(summary));
    }

    private static String whole(Draft draft, Random random) {
        var sentences = Prose.sentences(draft);
        var one = sentences.get(0);
        var two = one + " " + sentences.get(1);
        boolean oneFits = fits(one);
        if (fits(two) && !(oneFits && random.nextBoolean())) {
            return two;
        }
        return oneFits ? one : broken(draft.text(), random);
    }

    private static boolean fits(String summary) {
        int words = Prose.words(summary);
        return words >= FEWEST && words <= MOST;
    }

    private static String broken(String text, Random random) {
        int words = FEWEST + random.nextInt(MOST - FEWEST + 1);
        return Prose.head(text, words) + (random.nextBoolean() ? "…" : "...");
    }
}
