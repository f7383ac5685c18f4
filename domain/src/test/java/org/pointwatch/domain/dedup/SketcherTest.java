// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class SketcherTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "... !!! ???", "\ud83d\ude00\ud83d"})
    void hasNothingToSayOfNoWords(String text) {
        var sketch = Sketcher.sketch(text, text);
        assertThat(sketch.empty()).isTrue();
        assertThat(sketch.titleKey()).isZero();
        assertThat(sketch.bodyBound()).as("complete: every shingle of none").isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void keepsTheSmallestOfManyAndAllOfFew() {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++) {
            var range = random.nextBoolean() ? 1 << 7 : Integer.MAX_VALUE;
            var hashes = random.ints(random.nextInt(700), 0, range).toArray();
            var size = 1 + random.nextInt(64);
            var before = hashes.clone();
            assertThat(Smallest.of(hashes, size))
                    .as("round %d", i)
                    .isEqualTo(
                            IntStream.of(hashes).sorted().distinct().limit(size).toArray());
            assertThat(hashes).isEqualTo(before);
        }
    }

    @Test
    void keepsDistinctHashesInOrder() {
        var random = new Random(8);
        for (var i = 0; i < 100; i++) {
            var words = Made.words(random, random.nextInt(1_500));
            var text = words.stream()
                    .map(w -> random.nextInt(8) == 0 ? w.toUpperCase() : random.nextInt(20) == 0 ? w.substring(1) : w)
                    .collect(Collectors.joining(" "));
            var sketch = Sketcher.sketch("A title of " + i + " words", text);
            for (var hashes : new int[][] {sketch.body(), sketch.marks(), sketch.anchors()}) {
                assertThat(hashes).isSorted().doesNotHaveDuplicates();
                assertThat(IntStream.of(hashes)).allMatch(hash -> hash >= 0);
            }
            assertThat(sketch.body()).hasSizeLessThanOrEqualTo(Sketcher.SIZE);
            assertThat(sketch.marks()).hasSizeLessThanOrEqualTo(Sketcher.LEAD_MARKS + 1);
            assertThat(sketch.anchors()).hasSizeLessThanOrEqualTo(2 * Sketcher.ANCHORS);
            assertThat(sketch.bodyBound())
                    .isEqualTo(
                            sketch.body().length < Sketcher.SIZE
                                    ? Integer.MAX_VALUE
                                    : sketch.body()[Sketcher.SIZE - 1]);
            assertThat(Sketcher.sketch("A title of " + i + " words", text))
                    .isEqualTo(sketch)
                    .hasSameHashCodeAs(sketch);
        }
    }

    @Test
    void knowsNoTitleOfFewWords() {
        var none = Sketcher.sketch("Morning briefing", "");
        assertThat(none.marks()).isEmpty();
        var title = Sketcher.sketch("Envoys agree on a cap", "");
        assertThat(IntStream.of(title.marks())).hasSize(1).allMatch(Overlap::isTitle);
        assertThat(title.titleWords()).hasSize(5);
    }

    @Test
    void leavesOutWhatIsQuotedOfALongText() {
        var random = new Random(9);
        var own = Made.text(Made.words(random, 100)) + "\n";
        var statement = Made.text(Made.words(random, 80)) + "\n";
        assertThat(Sketcher.sketch("", own + "\"" + statement.strip() + "\"\n").shingles())
                .isLessThan(Sketcher.sketch("", own + statement).shingles() - 60);
        var interview = "\"" + statement.strip() + "\"\n";
        assertThat(Sketcher.sketch("", interview).shingles())
                .as("nothing else in it")
                .isEqualTo(77);
    }

    @Test
    void isOfOneContentOnlyForEqualSketches() {
        var random = new Random(10);
        for (var i = 0; i < 300; i++) {
            var text = Made.text(Made.words(random, 600));
            var changed = "x" + text;
            var a = Sketcher.sketch("", text);
            var b = Sketcher.sketch("", changed);
            assertThat(a.content() == b.content()).as("text %d", i).isEqualTo(a.equals(b));
        }
    }

    @Test
    void splitsIntoProbesThatTogetherAreTheSketch() {
        var sketch = Sketcher.sketch("Envoys agree on a cap", Made.text(Made.words(new Random(11), 600)));
        var document = Document.of("a", "r", Made.NOON, Made.NOON, "one.example", sketch);
        var probes = Probe.of(document, sketch, false);
        assertThat(probes.stream().flatMapToInt(p -> IntStream.of(p.body())).sorted())
                .containsExactly(IntStream.of(sketch.body()).boxed().toArray(Integer[]::new));
        assertThat(probes).hasSize(Probe.SHARDS).allMatch(p -> !p.empty());
    }
}
