// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.tagging.Words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

final class TargetNetTest {
    private static final int BODY = 2;
    private static final WordClasses CLASSES = new WordClasses(
            List.of(
                    new WordClasses.Entry("praised".hashCode(), new byte[] {0}),
                    new WordClasses.Entry("not".hashCode(), new byte[] {(byte) 255})),
            traits());

    private static byte[] traits() {
        var traits = new byte[256];
        traits[0] = WordClasses.GOOD;
        traits[255] = WordClasses.NEGATION;
        return traits;
    }

    /** A net that learnt nothing. */
    static TargetNet random(long seed) {
        var random = new Random(seed);
        var stems = new int[] {Stems.hash("praised"), Stems.hash("blamed"), Stems.hash("by")};
        return new TargetNet(new TargetNet.Parts(
                stems,
                grains((TargetNet.UNKNOWN + 1 + stems.length) * TargetNet.DEPTH, random),
                grains(TargetNet.REACH * TargetNet.DEPTH * TargetNet.FILTERS, random),
                grains(TargetNet.FILTERS, random),
                grains(TargetNet.SIDES * TargetNet.POOLED, random),
                grains(TargetNet.SIDES, random)));
    }

    private static Grains grains(int count, Random random) {
        var values = new byte[count];
        random.nextBytes(values);
        return new Grains(values, 0.01f);
    }

    private static Surroundings around(String text, String target) {
        var start = text.indexOf(target) + BODY;
        return Objects.requireNonNull(Surroundings.of(Words.of(text, "en"), start, start + target.length(), CLASSES));
    }

    @Test
    void readsTheOrderOfWords() {
        var net = random(3);
        assertThat(net.judge(around("Rome praised Berlin", "Rome")))
                .isNotEqualTo(net.judge(around("Rome praised Berlin", "Berlin")));
        assertThat(net.judge(around("Rome praised by us", "Rome")))
                .isNotEqualTo(net.judge(around("Rome by us praised", "Rome")));
    }

    @Test
    void doesNotKnowNames() {
        var net = random(4);
        assertThat(net.judge(around("Yesterday Rome praised Berlin", "Berlin")))
                .isEqualTo(net.judge(around("Yesterday Oslo praised Madrid", "Madrid")));
    }

    @Test
    void takesUnknownWordsForOneAnother() {
        var net = random(5);
        assertThat(net.row(Stems.hash("unheard"))).isEqualTo(TargetNet.UNKNOWN);
        assertThat(net.row(Stems.hash("blamed"))).isEqualTo(TargetNet.UNKNOWN + 2);
        assertThat(net.judge(around("we unheard Berlin", "Berlin")))
                .isEqualTo(net.judge(around("we unseen Berlin", "Berlin")));
    }

    @Test
    void nothingFoundLeavesTheBase() {
        var parts = random(6).parts();
        var silent = new TargetNet(new TargetNet.Parts(
                parts.stems(),
                parts.rows(),
                new Grains(new byte[parts.filters().values().length], 1),
                new Grains(new byte[TargetNet.FILTERS], 1),
                parts.judge(),
                parts.base()));
        var base = silent.judge(around("Rome praised Berlin", "Berlin"));
        assertThat(base[0]).isEqualTo(parts.base().at(0), within(1e-6));
        assertThat(base[1]).isEqualTo(parts.base().at(1), within(1e-6));
    }

    @Test
    void aWordIsItsStemPlaceSignsAndClasses() {
        var around = around("Rome did not, so Oslo says, praise Berlin", "Berlin");
        assertThat(around.targetAt()).isEqualTo(7);
        assertThat(around.count()).isEqualTo(8);
        assertThat(around.place(7)).isEqualTo(Surroundings.NO_PLACE);
        assertThat(around.stem(7)).isEqualTo(Surroundings.NO_STEM);
        assertThat(around.stem(6)).isEqualTo(Stems.hash("praise"));
        assertThat(Surroundings.signsOf(around.place(6))).containsExactly(0, 20, 26);
        assertThat(Surroundings.signsOf(around.place(1))).containsExactly(4, 22, 27);
    }

    @Test
    void placesAndSignsStayInTheirTable() {
        for (int place = 0; place < Surroundings.PLACES; place++) {
            for (var sign : Surroundings.signsOf(place)) {
                assertThat(sign).isBetween(0, Surroundings.SIGNS - 1);
            }
        }
        var around = around("not good, \"" + "very, very ".repeat(40) + "Berlin\" not praised", "Berlin");
        assertThat(around.count()).isLessThan(40);
        for (int w = 0; w < around.count(); w++) {
            assertThat(around.place(w)).isLessThan(Surroundings.PLACES);
            for (int s = 0; s < around.signs(w); s++) {
                assertThat(around.sign(w, s)).isBetween(0, Surroundings.SIGNS - 1);
            }
        }
    }

    @Test
    void aPassageHasNoSurroundings() {
        var text = "A long passage of more than eight words is judged by its own words alone";
        assertThat(Surroundings.of(Words.of(text, "en"), BODY, BODY + text.length(), CLASSES))
                .isNull();
    }

    @Test
    void partsOfAnotherShapeAreRefused() {
        var parts = random(7).parts();
        assertThatThrownBy(() -> new TargetNet.Parts(
                        new int[9], parts.rows(), parts.filters(), parts.bias(), parts.judge(), parts.base()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rows");
    }

    @Test
    void grainsAreNearWhatTheyStandFor() {
        var grains = Grains.of(new float[] {0, -2.54f, 1.27f, 0.011f});
        assertThat(grains.values()).containsExactly(0, -127, 64, 1);
        assertThat(grains.at(1)).isEqualTo(-2.54f, within(1e-6f));
        assertThat(Grains.of(new float[3]).values()).containsExactly(0, 0, 0);
    }
}
