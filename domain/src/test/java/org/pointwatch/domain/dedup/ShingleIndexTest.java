// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ShingleIndexTest {
    private static final Instant NOON = Instant.parse("2025-11-20T12:00:00Z");

    private final ShingleIndex index = new ShingleIndex();

    @Test
    void knowsNobodyAtFirst() {
        assertThat(index.sharing(new long[] {0, -1, 42})).isEmpty();
        assertThat(index.size()).isZero();
    }

    @Test
    void countsWhatEachDocumentShares() {
        index.add(document(1), new long[] {0, 1, 2, -1});
        index.add(document(2), new long[] {2, 3});
        index.add(document(3), new long[0]);
        assertThat(index.sharing(new long[] {-1, 0, 2, 9})).isEqualTo(Map.of(document(1), 3, document(2), 1));
        assertThat(index.size()).isEqualTo(3);
    }

    @Test
    void answersLikeAMapOfListsWhileItGrows() {
        var random = new Random(7);
        var plain = new HashMap<Long, List<Document>>();
        for (var i = 0; i < 3000; i++) {
            var hashes = random.longs(10)
                    .map(h -> random.nextInt(10) == 0 ? h >> 54 : h)
                    .distinct()
                    .toArray();
            index.add(document(i), hashes);
            for (var hash : hashes) {
                plain.computeIfAbsent(hash, h -> new ArrayList<>()).add(document(i));
            }
        }
        assertThat(plain.size()).as("more hashes than the first table holds").isGreaterThan(20_000);
        assertThat(index.capped()).isZero();
        var asked = plain.keySet().stream().mapToLong(h -> h).toArray();
        var expected = new HashMap<Document, Integer>();
        plain.values().forEach(holders -> holders.forEach(d -> expected.merge(d, 1, Integer::sum)));
        assertThat(index.sharing(asked)).isEqualTo(expected);
    }

    @Test
    void keepsTheEarliestHoldersOfAHotShingleInWhateverOrderTheyCome() {
        var numbers =
                new ArrayList<>(IntStream.range(0, 3 * ShingleIndex.CAP).boxed().toList());
        var answers = new HashSet<Set<Document>>();
        for (var order = 0; order < 20; order++) {
            Collections.shuffle(numbers, new Random(order));
            var hot = new ShingleIndex();
            numbers.forEach(n -> hot.add(document(n), new long[] {17}));
            assertThat(hot.capped()).isEqualTo(2L * ShingleIndex.CAP);
            answers.add(hot.sharing(new long[] {17}).keySet());
        }
        assertThat(answers).hasSize(1);
        assertThat(answers.iterator().next())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, ShingleIndex.CAP)
                        .mapToObj(ShingleIndexTest::document)
                        .toList());
    }

    @Test
    void leavesOtherShinglesOfACappedDocumentAlone() {
        IntStream.range(0, ShingleIndex.CAP).forEach(n -> index.add(document(n), new long[] {17}));
        var late = document(1000);
        index.add(late, new long[] {17, 18});
        assertThat(index.sharing(new long[] {17, 18})).containsEntry(late, 1).hasSize(ShingleIndex.CAP + 1);
        assertThat(index.capped()).isEqualTo(1);
    }

    @Test
    void breaksTiesOfTimeByArticle() {
        var numbers = IntStream.rangeClosed(0, ShingleIndex.CAP).boxed().toList();
        numbers.forEach(n -> index.add(at(NOON, ShingleIndex.CAP - n), new long[] {5}));
        assertThat(index.sharing(new long[] {5}))
                .doesNotContainKey(at(NOON, ShingleIndex.CAP))
                .hasSize(ShingleIndex.CAP);
    }

    private static Document document(int number) {
        return at(NOON.plusSeconds(number), number);
    }

    private static Document at(Instant time, int number) {
        return new Document("a%05d".formatted(number), "r", time, NOON, "x", 100, -1, 10);
    }
}
