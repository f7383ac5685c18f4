// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import static org.pointwatch.domain.sentiment.FeatureWriter.mix;
import static org.pointwatch.domain.sentiment.Features.NO_WORD;

/** How many good and how many bad words stand on each side of a target, near and far. */
final class Balance {
    private static final int REGIONS = 6;
    private static final int REGIONS_A_SIDE = 3;

    private final int[] good = new int[REGIONS];
    private final int[] bad = new int[REGIONS];

    Balance(View view, WordClasses known) {
        for (int w = view.from; w < view.to; w++) {
            if (view.passage || w < view.first || w >= view.last) {
                count(region(view, w), polarity(view, w, known));
            }
        }
    }

    private static int polarity(View view, int word, WordClasses known) {
        var own = known.polarity(view.classes[word - view.from]);
        return view.negated[word - view.from] ? -own : own;
    }

    private void count(int region, int polarity) {
        if (polarity > 0) {
            good[region]++;
        } else if (polarity < 0) {
            bad[region]++;
        }
    }

    private static int region(View view, int word) {
        if (view.passage) {
            return 0;
        }
        var left = word < view.first;
        var far = left ? view.first - word : word - view.last + 1;
        return (left ? 0 : REGIONS_A_SIDE) + (far <= 3 ? 0 : far <= 9 ? 1 : 2);
    }

    void write(Features out, int kind, boolean quoted) {
        var allGood = 0;
        var allBad = 0;
        for (int r = 0; r < REGIONS; r++) {
            allGood += good[r];
            allBad += bad[r];
            if (kind != 0) {
                out.add(mix(mix(50, r), Math.min(3, good[r]) * 4 + Math.min(3, bad[r])), NO_WORD);
            }
        }
        var rest = Math.max(-3, Math.min(3, allGood - allBad));
        out.add(mix(51, Math.min(4, allGood) * 8 + Math.min(4, allBad)), NO_WORD);
        out.add(mix(mix(52, rest), kind), NO_WORD);
        out.add(mix(mix(53, rest), quoted ? 1 : 0), NO_WORD);
    }
}
