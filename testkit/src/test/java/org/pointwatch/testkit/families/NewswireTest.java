// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NewswireTest {
    private static final int SIZE = 4000;
    private static final List<Labelled> ARTICLES = Families.many(3, SIZE).toList();

    @Test
    void theSameSeedGivesTheSameArticles() {
        assertThat(Families.many(3, SIZE).toList()).isEqualTo(ARTICLES);
        assertThat(Families.many(4, SIZE).toList()).isNotEqualTo(ARTICLES);
    }

    @Test
    void aThirdAreCopiesAndHalfOfThemAbridged() {
        var counts = ARTICLES.stream().collect(Collectors.groupingBy(Labelled::kind, Collectors.counting()));
        assertThat(counts).containsOnlyKeys("original", "whole", "abridged");
        assertThat(counts.get("whole") + counts.get("abridged")).isBetween(1390L, 1400L);
        assertThat(counts.get("whole") - counts.get("abridged")).isBetween(0L, 1L);
    }

    @Test
    void comesInTheOrderOfTime() {
        assertThat(ARTICLES).isSortedAccordingTo(Comparator.comparing(Labelled::published));
    }

    @Test
    void idsAreUniqueAndOutletsDifferWithinAFamily() {
        assertThat(ARTICLES).extracting(Labelled::id).doesNotHaveDuplicates();
        assertThat(ARTICLES).extracting(a -> a.family() + a.outlet()).doesNotHaveDuplicates();
    }

    @Test
    void originalsHaveTheLengthOfNews() {
        assertThat(ARTICLES).filteredOn(Labelled::isOriginal).allSatisfy(a -> assertThat(Prose.words(a.text()))
                .isBetween(150, 1000));
    }

    @Test
    void noTwoOfAHundredThousandTextsShareMoreThanTwoSentences() {
        var random = new Random(5);
        var sentences = Unrelated.english(Reports.all()).stream()
                .flatMap(report -> Prose.sentences(report.draft()).stream())
                .distinct()
                .toList();
        var texts = Recombination.of(Buckets.dealt(sentences, 59, random), 100_000, random);
        assertThat(texts.mostShared()).isEqualTo(2);
        for (int i = 0; i < 3000; i++) {
            int one = random.nextInt(100_000);
            int other = (one + 1 + random.nextInt(99_999)) % 100_000;
            var shared = new HashSet<>(texts.sentences(one));
            shared.retainAll(texts.sentences(other));
            assertThat(shared).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void twentyOutletsPublishHalf() {
        var counts = ARTICLES.stream().collect(Collectors.groupingBy(Labelled::outlet, Collectors.counting()));
        long largest = counts.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(20)
                .mapToLong(Long::longValue)
                .sum();
        assertThat(largest).isBetween(SIZE * 45L / 100, SIZE * 55L / 100);
    }
}
