// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.util.List;
import org.pointwatch.domain.sentiment.Label;

/**
 * What a model says of an example that it did not see.
 *
 * @param evidence for each label
 * @param linear what the linear weights alone have
 */
@SuppressWarnings("ArrayRecordComponent")
record Judged(Label said, double[] evidence, double[] linear) {
    private static final double SOFTEST = 0.3;
    private static final double SHARPEST = 3;
    private static final double STEP = 0.05;

    static Judged of(Example example, Trained trained) {
        return new Judged(
                example.label(), trained.evidence(example), trained.weights().evidence(example.slots()));
    }

    /** Without the net. */
    Judged alone() {
        return new Judged(said, linear, linear);
    }

    Label found() {
        var best = Label.NEUTRAL;
        for (var label : Label.values()) {
            best = evidence[label.ordinal()] > evidence[best.ordinal()] ? label : best;
        }
        return best;
    }

    private double surprise(double sharpness) {
        var odds = evidence.clone();
        for (int l = 0; l < odds.length; l++) {
            odds[l] *= sharpness;
        }
        Weights.normalise(odds);
        return -Math.log(Math.max(Double.MIN_NORMAL, odds[said.ordinal()]));
    }

    /** What evidence must be multiplied by, so that its probabilities hold as often as they say. */
    static double sharpness(List<Judged> all) {
        var best = 1.0;
        var least = Double.MAX_VALUE;
        for (double s = SOFTEST; s < SHARPEST; s += STEP) {
            var sharpness = s;
            var sum = all.stream().mapToDouble(j -> j.surprise(sharpness)).sum();
            if (sum < least) {
                least = sum;
                best = s;
            }
        }
        return best;
    }
}
