// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.sentiment.Label;
import org.pointwatch.domain.sentiment.Sentiment;

/** What the outputs of a model come to. */
final class Verdict {
    /** Without a label for neutral, a model must be this sure to take a side: three to one. */
    private static final double SURE = 0.5;

    private Verdict() {}

    /** Null if the outputs are no numbers. */
    static @Nullable Sentiment of(float[] logits, Labels labels) {
        var weights = softmax(logits);
        var sides = new double[Label.values().length];
        var sum = 0.0;
        for (var i = 0; i < weights.length; i++) {
            sides[labels.values().get(i).ordinal()] += weights[i];
            sum += weights[i];
        }
        if (!Double.isFinite(sum)) {
            return null;
        }
        var score = sides[Label.POSITIVE.ordinal()] - sides[Label.NEGATIVE.ordinal()];
        if (!labels.values().contains(Label.NEUTRAL) && Math.abs(score) < SURE) {
            return Sentiment.of((int) Math.round(score / SURE * Label.NEUTRAL_BAND), List.of());
        }
        return Sentiment.of(
                sides[Label.NEGATIVE.ordinal()],
                sides[Label.NEUTRAL.ordinal()],
                sides[Label.POSITIVE.ordinal()],
                List.of());
    }

    private static double[] softmax(float[] logits) {
        var highest = Double.NEGATIVE_INFINITY;
        for (var logit : logits) {
            highest = Math.max(highest, logit);
        }
        var weights = new double[logits.length];
        var sum = 0.0;
        for (var i = 0; i < logits.length; i++) {
            weights[i] = Math.exp(logits[i] - highest);
            sum += weights[i];
        }
        for (var i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
