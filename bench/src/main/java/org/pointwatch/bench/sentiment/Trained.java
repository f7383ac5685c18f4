// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.sentiment.SentimentModel;
import org.pointwatch.domain.sentiment.TargetNet;
import org.pointwatch.domain.sentiment.WordClasses;

/** Linear weights and, beside them, a net: what each says is added up. */
record Trained(Weights weights, @Nullable NetWeights net, @Nullable TargetNet judge) {
    /** What the net says counts so much of what the linear weights say: it is too sure of itself, and less often right. */
    private static final double SHARE = 0.3;

    static Trained run(List<Example> examples, Training.Settings settings, boolean withNet) {
        var weights = Training.run(examples, settings);
        var net = withNet ? NetTraining.run(examples, settings.seed()) : null;
        return new Trained(weights, net, net == null ? null : net.net(SHARE));
    }

    /** The evidence for each label. */
    double[] evidence(Example example) {
        var evidence = weights.evidence(example.slots());
        if (judge != null && example.around() != null) {
            var sides = judge.judge(example.surroundings());
            evidence[Weights.NEGATIVE] += sides[0];
            evidence[Weights.POSITIVE] += sides[1];
        }
        return evidence;
    }

    /** As it is shipped, all evidence times {@code sharpness}. */
    SentimentModel model(WordClasses classes, double sharpness) {
        return weights.model(classes, sharpness, net == null ? null : net.net(SHARE * sharpness));
    }
}
