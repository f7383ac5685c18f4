// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.pointwatch.domain.sentiment.Label;
import org.pointwatch.domain.sentiment.Surroundings;

import static org.pointwatch.domain.sentiment.TargetNet.POOLED;
import static org.pointwatch.domain.sentiment.TargetNet.UNKNOWN;

/**
 * Teaches a {@link org.pointwatch.domain.sentiment.TargetNet}: one example at a time, with words and what was pooled left out at random, so that it leans on
 * no single one. One thread and one seed: the same input gives the same net.
 */
final class NetTraining {
    private static final int LABELS = Label.values().length;
    private static final int EPOCHS = 10;

    /** The mean of so many epochs, the last, is what is kept. */
    private static final int KEPT = 3;

    private static final double RATE = 0.03;
    private static final double LAST_RATE = 0.1 * RATE;
    private static final double DROPPED_WORDS = 0.15;
    private static final double DROPPED = 0.4;

    /** A stem that is seen less often has no row. */
    private static final int RARE = 3;

    private final List<Example> examples;
    private final Random random;
    private final double[] lift;
    private final NetWeights weights;
    private final NetPass pass;
    private final Map<Integer, Integer> rows = new HashMap<>();
    private final float[] kept = new float[POOLED];
    private final float[] slopes = new float[POOLED];
    private final double[] odds = new double[LABELS];

    private NetTraining(List<Example> examples, long seed) {
        this.examples = examples;
        random = new Random(seed);
        lift = Training.lift(examples);
        var stems = stems(examples);
        for (int s = 0; s < stems.length; s++) {
            rows.put(stems[s], UNKNOWN + 1 + s);
        }
        weights = new NetWeights(stems, random);
        pass = new NetPass(weights);
    }

    /** Examples without surroundings are left out. */
    static NetWeights run(List<Example> examples, long seed) {
        var usable = examples.stream().filter(e -> e.around() != null).toList();
        return new NetTraining(usable, seed).run();
    }

    private static int[] stems(List<Example> examples) {
        var counts = new TreeMap<Integer, Integer>();
        for (var example : examples) {
            var around = example.surroundings();
            for (int w = 0; w < around.count(); w++) {
                counts.merge(around.stem(w), 1, Integer::sum);
            }
        }
        counts.remove(Surroundings.NO_STEM);
        counts.values().removeIf(count -> count < RARE);
        return counts.keySet().stream().mapToInt(stem -> stem).toArray();
    }

    private NetWeights run() {
        var order = new ArrayList<>(examples);
        var done = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (var example : order) {
                step(example, RATE + (LAST_RATE - RATE) * done++ / (EPOCHS * order.size()));
            }
            if (epoch >= EPOCHS - KEPT) {
                weights.remember();
            }
        }
        weights.settle();
        return weights;
    }

    private void step(Example example, double rate) {
        pass.forward(rows(example.surroundings()), example.surroundings().targetAt());
        for (int p = 0; p < POOLED; p++) {
            kept[p] = random.nextDouble() < DROPPED ? 0 : (float) (1 / (1 - DROPPED));
        }
        evidence();
        Weights.normalise(odds);
        Arrays.fill(slopes, 0);
        for (int l = 0; l < LABELS; l++) {
            var wrong = odds[l] - (l == example.label().ordinal() ? 1 : 0);
            learn(l, (float) (example.weight() * lift[example.label().ordinal()] * wrong), rate);
        }
        pass.backward(slopes, rate);
    }

    private void evidence() {
        for (int l = 0; l < LABELS; l++) {
            odds[l] = weights.base.values[l];
            for (int p = 0; p < POOLED; p++) {
                odds[l] += pass.pooled[p] * kept[p] * weights.judge.values[l * POOLED + p];
            }
        }
    }

    private void learn(int label, float error, double rate) {
        for (int p = 0; p < POOLED; p++) {
            slopes[p] += error * kept[p] * weights.judge.values[label * POOLED + p];
            weights.judge.step(label * POOLED + p, error * kept[p] * pass.pooled[p], rate);
        }
        weights.base.step(label, error, rate);
    }

    /** Of each word: its stem's, that of unknown stems now and then instead, and those of its signs. */
    private int[][] rows(Surroundings around) {
        var all = new int[around.count()][];
        for (int w = 0; w < all.length; w++) {
            var bare = around.stem(w) == Surroundings.NO_STEM ? 0 : 1;
            var place = around.place(w) == Surroundings.NO_PLACE ? new int[0] : Surroundings.signsOf(around.place(w));
            all[w] = Arrays.copyOf(place, place.length + around.signs(w) + bare);
            for (int s = 0; s < around.signs(w); s++) {
                all[w][place.length + s] = around.sign(w, s);
            }
            if (bare > 0) {
                all[w][all[w].length - 1] = stemRow(around.stem(w));
            }
        }
        return all;
    }

    private int stemRow(int stem) {
        return random.nextDouble() < DROPPED_WORDS ? UNKNOWN : rows.getOrDefault(stem, UNKNOWN);
    }
}
