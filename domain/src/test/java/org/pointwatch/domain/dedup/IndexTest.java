// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables made for a million texts do what the collections of the JDK would. */
final class IndexTest {
    @Test
    void postingsAreAMapOfLists() {
        for (var range : List.of(50, 5_000, Integer.MAX_VALUE)) {
            var random = new Random(range);
            var postings = new Postings();
            var expected = new HashMap<Integer, List<Integer>>();
            for (var text = 0; text < 6_000; text++) {
                var hash = random.nextInt(range);
                var holders = expected.computeIfAbsent(hash, h -> new ArrayList<>());
                holders.add(text);
                assertThat(postings.add(hash, text)).isEqualTo(holders.size());
            }
            expected.forEach((hash, texts) -> {
                var seen = new ArrayList<Integer>();
                postings.forEach(hash, seen::add);
                assertThat(seen).isEqualTo(texts);
                assertThat(postings.holders(hash))
                        .containsExactly(texts.stream().mapToInt(t -> t).toArray());
                assertThat(postings.count(hash)).isEqualTo(texts.size());
            });
            for (var i = 0; i < 1_000; i++) {
                var other = random.nextInt();
                if (!expected.containsKey(other)) {
                    assertThat(postings.count(other)).isZero();
                    assertThat(postings.holders(other)).isEmpty();
                    postings.forEach(
                            other, text -> assertThat(text).as("no holder").isNull());
                }
            }
        }
    }

    @Test
    void aTallyIsAMapOfCounts() {
        var random = new Random(3);
        var tally = new Tally();
        for (var round = 0; round < 30; round++) {
            tally.clear();
            var expected = new TreeMap<Integer, int[]>();
            for (var text = 0; text < random.nextInt(1_000); text++) {
                var number = random.nextInt(1 << 20);
                var counts = new int[] {random.nextInt(65), random.nextInt(11), random.nextInt(2), random.nextInt(33)};
                if (counts[0] + counts[1] + counts[2] + counts[3] > 0 && expected.put(number, counts) == null) {
                    count(tally, number, counts);
                }
            }
            var found = new TreeMap<Integer, int[]>();
            tally.forEach((text, body, lead, title, anchors) -> assertThat(
                            found.put(text, new int[] {body, lead, title ? 1 : 0, anchors}))
                    .isNull());
            assertThat(found.keySet()).isEqualTo(expected.keySet());
            found.forEach((text, counts) -> assertThat(counts).isEqualTo(expected.get(text)));
        }
    }

    private static void count(Tally tally, int text, int[] counts) {
        for (var i = 0; i < counts[0]; i++) {
            tally.body(text);
        }
        for (var i = 0; i < counts[1]; i++) {
            tally.mark(text, false);
        }
        for (var i = 0; i < counts[2]; i++) {
            tally.mark(text, true);
        }
        for (var i = 0; i < counts[3]; i++) {
            tally.anchor(text);
        }
    }

    @Test
    void aLongSetIsASet() {
        var random = new Random(4);
        var set = new LongSet();
        var expected = new HashSet<Long>();
        for (var i = 0; i < 20_000; i++) {
            var value = (random.nextInt(3_000) + 1) * (random.nextBoolean() ? 1L : 0x9E3779B97F4A7C15L);
            assertThat(set.contains(value)).isEqualTo(expected.contains(value));
            assertThat(set.add(value)).isEqualTo(expected.add(value));
            assertThat(set.size()).isEqualTo(expected.size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 39, 40, 41, 1_000})
    void anIntListIsAList(int size) {
        var random = new Random(5);
        var list = new IntList();
        var expected = new ArrayList<Integer>();
        for (var i = 0; i < size; i++) {
            var number = random.nextInt(500);
            list.add(number);
            expected.add(number);
        }
        assertThat(list.toArray())
                .containsExactly(expected.stream().mapToInt(n -> n).toArray());
        expected.sort((a, b) -> Integer.compare(b, a));
        assertThat(list.sorted((a, b) -> a > b))
                .containsExactly(expected.stream().mapToInt(n -> n).toArray());
    }
}
