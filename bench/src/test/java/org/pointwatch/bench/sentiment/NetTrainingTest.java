// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.sentiment.Label;
import org.pointwatch.domain.sentiment.Surroundings;
import org.pointwatch.domain.sentiment.TargetNet;
import org.pointwatch.domain.sentiment.WordClasses;
import org.pointwatch.domain.tagging.Words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class NetTrainingTest {
    private static final WordClasses NONE = new WordClasses(List.of(), new byte[0]);

    private static Example example(String text, String target, Label label) {
        var start = text.indexOf(target) + 2;
        var around = Surroundings.of(Words.of(text, "en"), start, start + target.length(), NONE);
        return new Example(text, label, new int[0], around, 1);
    }

    /** Who is praised is told by order alone. */
    private static List<Example> lesson() {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < 40; i++) {
            var one = "Rome has warmly praised Oslo";
            examples.add(example(one, "Oslo", Label.POSITIVE));
            examples.add(example(one, "Rome", Label.NEUTRAL));
            var other = "Oslo has bluntly blamed Rome";
            examples.add(example(other, "Rome", Label.NEGATIVE));
            examples.add(example(other, "Oslo", Label.NEUTRAL));
        }
        return examples;
    }

    private static double[] judged(TargetNet net, String text, String target) {
        return net.judge(example(text, target, Label.NEUTRAL).surroundings());
    }

    @Test
    void learnsWhoIsPraisedAndWhoIsBlamed() {
        var net = NetTraining.run(lesson(), 1).net(1);
        var praised = judged(net, "Madrid has warmly praised Bern", "Bern");
        assertThat(praised[1]).isGreaterThan(Math.max(0, praised[0]));
        var blamed = judged(net, "Madrid has bluntly blamed Bern", "Bern");
        assertThat(blamed[0]).isGreaterThan(Math.max(0, blamed[1]));
        assertThat(judged(net, "Madrid has warmly praised Bern", "Madrid")[1]).isNegative();
    }

    @Test
    void theSameExamplesAndSeedGiveTheSameBytes() {
        var one = NetTraining.run(lesson(), 5).net(0.3).parts();
        var other = NetTraining.run(lesson(), 5).net(0.3).parts();
        assertThat(one.rows().values()).isEqualTo(other.rows().values());
        assertThat(one.judge().values()).isEqualTo(other.judge().values());
        assertThat(one.judge().step()).isEqualTo(other.judge().step());
        assertThat(NetTraining.run(lesson(), 6).net(0.3).parts().rows().values())
                .isNotEqualTo(one.rows().values());
    }

    @Test
    void stemsThatAreRareHaveNoRow() {
        var examples = new ArrayList<>(lesson());
        examples.add(example("Rome once unexpectedly praised Oslo", "Oslo", Label.POSITIVE));
        var net = NetTraining.run(examples, 1).net(1);
        var stem = example("unexpectedly Rome", "Rome", Label.NEUTRAL)
                .surroundings()
                .stem(0);
        assertThat(net.row(stem)).isEqualTo(TargetNet.UNKNOWN);
    }

    @Test
    void textsWithoutATargetTeachNothing() {
        var examples = new ArrayList<>(lesson());
        examples.add(new Example("rated", Label.POSITIVE, new int[0], null, 1));
        assertThat(NetTraining.run(examples, 5).net(1).parts().rows().values())
                .isEqualTo(NetTraining.run(lesson(), 5).net(1).parts().rows().values());
    }

    /** Training filters what words are sums of; the shipped net sums what was filtered beforehand. */
    @Test
    void trainingAndTheShippedNetReadAlike() {
        var weights = NetTraining.run(lesson(), 2);
        var shipped = weights.net(1);
        var around = Objects.requireNonNull(lesson().get(0).around());
        var rows = new int[around.count()][];
        for (int w = 0; w < rows.length; w++) {
            var list = new ArrayList<Integer>();
            if (around.place(w) != Surroundings.NO_PLACE) {
                for (var sign : Surroundings.signsOf(around.place(w))) {
                    list.add(sign);
                }
            }
            for (int s = 0; s < around.signs(w); s++) {
                list.add(around.sign(w, s));
            }
            if (around.stem(w) != Surroundings.NO_STEM) {
                list.add(shipped.row(around.stem(w)));
            }
            rows[w] = list.stream().mapToInt(row -> row).toArray();
        }
        var pass = new NetPass(weights);
        pass.forward(rows, around.targetAt());
        var sides = shipped.judge(around);
        for (int s = 0; s < TargetNet.SIDES; s++) {
            var label = s == 0 ? Label.NEGATIVE : Label.POSITIVE;
            assertThat(sides[s]).isCloseTo(against(weights, pass, label), within(0.15));
        }
    }

    private static double against(NetWeights weights, NetPass pass, Label label) {
        return said(weights, pass, label) - said(weights, pass, Label.NEUTRAL);
    }

    private static double said(NetWeights weights, NetPass pass, Label label) {
        var sum = (double) weights.base.values[label.ordinal()];
        for (int p = 0; p < TargetNet.POOLED; p++) {
            sum += pass.pooled[p] * weights.judge.values[label.ordinal() * TargetNet.POOLED + p];
        }
        return sum;
    }
}
