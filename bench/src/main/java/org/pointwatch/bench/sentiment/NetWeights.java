// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.util.Random;
import org.pointwatch.domain.sentiment.Grains;
import org.pointwatch.domain.sentiment.Label;
import org.pointwatch.domain.sentiment.TargetNet;

import static org.pointwatch.domain.sentiment.TargetNet.DEPTH;
import static org.pointwatch.domain.sentiment.TargetNet.FILTERS;
import static org.pointwatch.domain.sentiment.TargetNet.POOLED;
import static org.pointwatch.domain.sentiment.TargetNet.REACH;
import static org.pointwatch.domain.sentiment.TargetNet.UNKNOWN;

/** The numbers of a {@link TargetNet} while they are learnt; it judges three labels, the shipped one two against neutral. */
final class NetWeights {
    private static final int LABELS = Label.values().length;
    private static final double ROW_SPREAD = 0.1;
    private static final double JUDGE_SPREAD = 0.05;

    final int[] stems;
    final Learnt rows;
    final Learnt filters;
    final Learnt bias = new Learnt(FILTERS);
    final Learnt judge;
    final Learnt base = new Learnt(LABELS);

    NetWeights(int[] stems, Random random) {
        this.stems = stems;
        rows = Learnt.random((UNKNOWN + 1 + stems.length) * DEPTH, ROW_SPREAD, random);
        filters = Learnt.random(REACH * DEPTH * FILTERS, Math.sqrt(2.0 / (REACH * DEPTH)), random);
        judge = Learnt.random(LABELS * POOLED, JUDGE_SPREAD, random);
    }

    void remember() {
        rows.remember();
        filters.remember();
        bias.remember();
        judge.remember();
        base.remember();
    }

    /** Takes the mean of what was remembered for what was learnt. */
    void settle() {
        rows.settle();
        filters.settle();
        bias.settle();
        judge.settle();
        base.settle();
    }

    /** As it is shipped, all it says times {@code share}. */
    TargetNet net(double share) {
        return new TargetNet(new TargetNet.Parts(
                stems,
                Grains.of(rows.values),
                Grains.of(filters.values),
                Grains.of(bias.values),
                Grains.of(againstNeutral(judge.values, POOLED, share)),
                Grains.of(againstNeutral(base.values, 1, share))));
    }

    private static float[] againstNeutral(float[] all, int each, double share) {
        var sides = new Label[] {Label.NEGATIVE, Label.POSITIVE};
        var against = new float[sides.length * each];
        for (int i = 0; i < against.length; i++) {
            var said = all[sides[i / each].ordinal() * each + i % each];
            against[i] = (float) (share * (said - all[Label.NEUTRAL.ordinal() * each + i % each]));
        }
        return against;
    }
}
