// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.sentiment.Features;
import org.pointwatch.domain.sentiment.Label;
import org.pointwatch.domain.sentiment.SentimentModel;
import org.pointwatch.domain.sentiment.TargetNet;
import org.pointwatch.domain.sentiment.WordClasses;

/** What each feature says of each label, while it is learnt. */
final class Weights {
    private static final int LABELS = Label.values().length;
    static final int NEGATIVE = Label.NEGATIVE.ordinal();
    static final int POSITIVE = Label.POSITIVE.ordinal();

    final float[] values = new float[LABELS << Features.TABLE_BITS];

    void add(Weights other, float share) {
        for (int i = 0; i < values.length; i++) {
            values[i] += other.values[i] * share;
        }
    }

    /** The evidence for each label. */
    double[] evidence(int[] slots) {
        var out = new double[LABELS];
        for (int l = 0; l < LABELS; l++) {
            var sum = 0.0;
            for (var slot : slots) {
                sum += values[slot * LABELS + l];
            }
            out[l] = sum / Math.sqrt(slots.length);
        }
        return out;
    }

    /** Makes probabilities of evidence. */
    static void normalise(double[] evidence) {
        var most = Double.NEGATIVE_INFINITY;
        for (var one : evidence) {
            most = Math.max(most, one);
        }
        var all = 0.0;
        for (int l = 0; l < LABELS; l++) {
            evidence[l] = Math.exp(evidence[l] - most);
            all += evidence[l];
        }
        for (int l = 0; l < LABELS; l++) {
            evidence[l] /= all;
        }
    }

    /** As it is shipped: two bytes a feature, all of them times {@code sharpness}. */
    SentimentModel model(WordClasses classes, double sharpness, @Nullable TargetNet net) {
        var slots = 1 << Features.TABLE_BITS;
        var against = new float[slots * 2];
        for (int s = 0; s < slots; s++) {
            var neutral = values[s * LABELS + Label.NEUTRAL.ordinal()];
            against[s * 2] = values[s * LABELS + NEGATIVE] - neutral;
            against[s * 2 + 1] = values[s * LABELS + POSITIVE] - neutral;
        }
        var largest = 0f;
        for (var weight : against) {
            largest = Math.max(largest, Math.abs(weight));
        }
        var bytes = new byte[against.length];
        for (int i = 0; i < bytes.length; i++) {
            var root = Math.round(Byte.MAX_VALUE * Math.sqrt(Math.abs(against[i]) / largest));
            bytes[i] = (byte) (Math.signum(against[i]) * root);
        }
        var step = (float) (sharpness * largest / (Byte.MAX_VALUE * Byte.MAX_VALUE));
        return new SentimentModel(List.of("en"), classes, bytes, step, 0, 0, net);
    }
}
