// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class SketcherTest {
    @Test
    void hasNothingToSayOfTextsWithoutAShingle() {
        for (var text : new String[] {"", " \n", "word", "three little words", "... !!! ???", "\ud83d\ude00\ud83d"}) {
            var sketch = Sketcher.sketch(text);
            assertThat(sketch).as(text).isEqualTo(new Sketch(new long[0], 0));
            assertThat(sketch.bound()).as("complete: every shingle of none").isEqualTo(-1);
        }
    }

    @Test
    void staysTheSameOverTheYears() {
        assertThat(Sketcher.sketch("Five words make two shingles").hashes())
                .containsExactly(-7079907369896910422L, -3625568218472176408L);
    }

    @Test
    void keepsEveryShingleOfAShortText() {
        var sketch = Sketcher.sketch("a b c d e f a b c d e");
        assertThat(sketch.shingles()).isEqualTo(6);
        assertThat(sketch.hashes()).hasSize(6);
        assertThat(sketch.bound()).isEqualTo(-1);
    }

    @Test
    void keepsTheSmallestOfALongText() {
        var words = Texts.words(new Random(1), 2000);
        var sketch = Sketcher.sketch(Texts.text(words));
        assertThat(sketch.shingles()).isEqualTo(Texts.shingles(words).size());
        assertThat(sketch.hashes()).hasSize(Sketcher.SIZE).doesNotHaveDuplicates();
        assertThat(Arrays.stream(sketch.hashes()).boxed().toList()).isSortedAccordingTo(Long::compareUnsigned);
        assertThat(sketch.bound()).isEqualTo(sketch.hashes()[Sketcher.SIZE - 1]);
    }

    @Test
    void isCompleteWithExactlyAsManyShinglesAsItKeeps() {
        var words = IntStream.range(0, Sketcher.SIZE + Sketcher.WIDTH - 1)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
        assertThat(Sketcher.sketch(words).bound()).isEqualTo(-1);
        assertThat(Sketcher.sketch(words + " more").bound()).isNotEqualTo(-1);
    }

    @Test
    void readsNoMoreThanABoundedNumberOfWords() {
        var words =
                IntStream.range(0, 1_000_000).mapToObj(i -> "w" + i % 30_011).toList();
        var text = Texts.text(words);
        assertThat(text.length()).isGreaterThan(5_000_000);
        var start = Texts.text(words.subList(0, Sketcher.MOST_WORDS));
        assertThat(Words.hashes(text, Sketcher.MOST_WORDS)).hasSize(Sketcher.MOST_WORDS);
        assertThat(Sketcher.sketch(text)).isEqualTo(Sketcher.sketch(start));
    }

    @Test
    void takesFiveMegabytesWithoutASpaceForOneWord() {
        assertThat(Sketcher.sketch("x".repeat(5_000_000)).shingles()).isZero();
        assertThat(Sketcher.sketch("x ".repeat(2_500_000)).shingles()).isEqualTo(1);
    }

    @Test
    void readsAcrossParagraphsInOrder() {
        var lines = Arrays.asList("one two three four five six", "seven eight nine ten eleven twelve");
        var inOrder = Sketcher.sketch(String.join("\n", lines));
        Collections.reverse(lines);
        assertThat(Sketcher.sketch(String.join("\n", lines))).isNotEqualTo(inOrder);
        assertThat(Sketcher.sketch("one two three four five six\n\n seven eight nine ten eleven twelve"))
                .isEqualTo(inOrder);
    }
}
