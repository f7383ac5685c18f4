// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.util.Arrays;
import java.util.List;
import org.pointwatch.domain.sentiment.Features;
import org.pointwatch.domain.sentiment.Label;

/**
 * How much a feature tells the labels apart: the largest logarithm, up or down, of how much oftener it stands with a label
 * than with the others (Wang and Manning, 2012).
 */
final class Telling {
    private static final int LABELS = Label.values().length;

    /** Added to every count, so that what was seen once tells little. */
    private static final double SMOOTH = 3;

    private static final double MOST = 4;

    private Telling() {}

    /** @param sums of the weights of examples, by label */
    static float[] of(List<Example> examples, double[] sums) {
        var counts = new float[LABELS << Features.TABLE_BITS];
        for (var example : examples) {
            var label = example.label().ordinal();
            Arrays.stream(example.slots())
                    .distinct()
                    .forEach(slot -> counts[slot * LABELS + label] += (float) example.weight());
        }
        var all = Arrays.stream(sums).sum();
        var telling = new float[1 << Features.TABLE_BITS];
        for (int slot = 0; slot < telling.length; slot++) {
            telling[slot] = telling(counts, slot * LABELS, sums, all);
        }
        return telling;
    }

    private static float telling(float[] counts, int at, double[] sums, double all) {
        var seen = 0.0;
        for (int l = 0; l < LABELS; l++) {
            seen += counts[at + l];
        }
        var most = 0.0;
        for (int l = 0; seen > 0 && l < LABELS; l++) {
            var with = (counts[at + l] + SMOOTH) / (sums[l] + 2 * SMOOTH);
            var without = (seen - counts[at + l] + SMOOTH) / (all - sums[l] + 2 * SMOOTH);
            most = Math.max(most, Math.abs(Math.log(with / without)));
        }
        return (float) Math.min(MOST, most);
    }
}
