// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.pointwatch.domain.sentiment.Features;
import org.pointwatch.domain.sentiment.Label;

/**
 * Softmax regression over hashed features by AdaGrad, run several times in other orders; their mean is taken. A feature
 * counts by how much it tells the labels apart ({@link Telling}). One thread and one seed: the same input gives the same
 * weights.
 */
final class Training {
    private static final int LABELS = Label.values().length;
    private static final double START = 1e-4;

    /** How far rarer labels are lifted to the weight of frequent ones. */
    private static final double BALANCE = 0.7;

    /** @param decay pulls weights to zero */
    record Settings(int epochs, int runs, double rate, double decay, long seed) {}

    private final Settings settings;
    private final List<Example> examples;
    private final double[] lift;
    private final double[] odds = new double[LABELS];
    private final float[] telling;

    private Training(Settings settings, List<Example> examples) {
        this.settings = settings;
        this.examples = examples;
        telling = Telling.of(examples, sums(examples));
        lift = lift(examples);
    }

    private static double[] sums(List<Example> examples) {
        var sums = new double[LABELS];
        examples.forEach(e -> sums[e.label().ordinal()] += e.weight());
        return sums;
    }

    /** What errors on each label are multiplied by. */
    static double[] lift(List<Example> examples) {
        var lift = sums(examples);
        for (int l = 0; l < LABELS; l++) {
            lift[l] = Math.pow(examples.size() / (lift[l] * LABELS), BALANCE);
        }
        return lift;
    }

    static Weights run(List<Example> examples, Settings settings) {
        var training = new Training(settings, examples);
        var mean = new Weights();
        for (int run = 0; run < settings.runs(); run++) {
            mean.add(training.once(new Random(settings.seed() + run)), 1f / settings.runs());
        }
        return mean;
    }

    private Weights once(Random random) {
        var order = new ArrayList<>(examples);
        var weights = new Weights();
        var squares = new float[LABELS << Features.TABLE_BITS];
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            Collections.shuffle(order, random);
            for (var example : order) {
                step(example, weights.values, squares);
            }
        }
        for (int i = 0; i < weights.values.length; i++) {
            weights.values[i] *= telling[i / LABELS];
        }
        return weights;
    }

    private void evidence(float[] weights, int[] slots) {
        for (int l = 0; l < LABELS; l++) {
            var sum = 0.0;
            for (var slot : slots) {
                sum += weights[slot * LABELS + l] * telling[slot];
            }
            odds[l] = sum / Math.sqrt(slots.length);
        }
    }

    private void step(Example example, float[] weights, float[] squares) {
        evidence(weights, example.slots());
        Weights.normalise(odds);
        var size = (float) (1 / Math.sqrt(example.slots().length));
        var loud = example.weight() * lift[example.label().ordinal()];
        for (int l = 0; l < LABELS; l++) {
            var error = (float) (loud * (odds[l] - (l == example.label().ordinal() ? 1 : 0))) * size;
            for (var slot : example.slots()) {
                var at = slot * LABELS + l;
                var slope = error * telling[slot] + settings.decay() * weights[at];
                squares[at] += (float) (slope * slope);
                weights[at] -= (float) (settings.rate() * slope / (START + Math.sqrt(squares[at])));
            }
        }
    }
}
