// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

/** Each kind of article differs from its original as declared. */
class KindsTest {
    private static final List<Labelled> ARTICLES = Families.of(11).articles();
    private static final Map<String, Labelled> BY_ID =
            ARTICLES.stream().collect(Collectors.toMap(Labelled::id, Function.identity()));

    @Test
    void reportsHaveTheLengthOfNews() {
        assertThat(ARTICLES)
                .filteredOn(a -> List.of("original", "background", "same-event").contains(a.kind()))
                .hasSize(60)
                .allSatisfy(report -> assertThat(Prose.words(report.text())).isBetween(120, 700));
    }

    @Test
    void wholeAndHeadline() {
        each("whole", copy -> assertThat(copy.text()).isEqualTo(original(copy).text()));
        each("headline", copy -> {
            assertThat(copy.text()).isEqualTo(original(copy).text());
            assertThat(copy.title()).isNotEqualTo(original(copy).title());
        });
    }

    @Test
    void abridgedKeepsAFifthOrMoreInWholeSentences() {
        each("abridged", copy -> {
            assertThat(growth(copy)).isBetween(0.17, 0.95);
            assertThat(copy.text().lines())
                    .allSatisfy(paragraph -> assertThat(original(copy).text()).contains(paragraph));
        });
    }

    @Test
    void abridgedHasSeveralStrengths() {
        var strengths =
                of("abridged").stream().mapToDouble(KindsTest::growth).sorted().toArray();
        assertThat(strengths[strengths.length / 8]).isLessThan(0.3);
        assertThat(strengths[strengths.length * 7 / 8]).isGreaterThan(0.7);
    }

    @Test
    void extendedAddsHalf() {
        each("extended", copy -> {
            assertThat(growth(copy)).isBetween(1.45, 1.75);
            assertThat(copy.text().lines().toList())
                    .containsAll(original(copy).text().lines().toList());
        });
    }

    @Test
    void furnitureSurroundsWholeOrAbridgedText() {
        each("furniture", copy -> {
            var paragraphs = new HashSet<>(original(copy).text().lines().toList());
            assertThat(copy.text().lines().filter(not(paragraphs::contains))).isNotEmpty();
            assertThat(copy.text().lines().filter(paragraphs::contains)).isNotEmpty();
        });
    }

    @Test
    void anOutletsFurnitureHasTwentyToAHundredAndFiftyWords() {
        var furnished = Outlets.load().furnished();
        assertThat(furnished).hasSize(20);
        assertThat(new HashSet<>(furnished.values())).hasSize(17);
        assertThat(furnished)
                .allSatisfy((outlet, furniture) -> assertThat(words(furniture)).isBetween(20, 150));
    }

    @Test
    void reorderedKeepsParagraphsInAnotherOrder() {
        each("reordered", copy -> {
            var paragraphs = original(copy).text().lines().toList();
            assertThat(copy.text().lines().toList())
                    .isNotEqualTo(paragraphs)
                    .containsExactlyInAnyOrderElementsOf(paragraphs);
        });
    }

    @Test
    void typographicKeepsTheWords() {
        each("typographic", copy -> {
            assertThat(copy.text()).isNotEqualTo(original(copy).text());
            assertThat(letters(copy.text())).isEqualTo(letters(original(copy).text()));
        });
    }

    @Test
    void ocrDamagesOneToFiveWordsInAHundred() {
        each("ocr", copy -> {
            double kept = FamiliesTest.sharedWords(original(copy).text(), copy.text());
            assertThat(1 - kept).isBetween(0.002, 0.056);
        });
    }

    @Test
    void updatesKeepThreeToFourFifthsAndTheOutlet() {
        each("update", update -> {
            assertThat(update.outlet()).isEqualTo(original(update).outlet());
            assertThat(FamiliesTest.sharedWords(original(update).text(), update.text()))
                    .isBetween(0.6, 0.9);
        });
    }

    @Test
    void shortEntriesAreSummaries() {
        each("short", entry -> assertThat(Prose.words(entry.text())).isBetween(15, 40));
        assertThat(of("short")).filteredOn(not(Labelled::isOriginal)).allSatisfy(entry -> assertThat(
                        original(entry).text().replace('\n', ' '))
                .startsWith(entry.text().replaceFirst("(\\.\\.\\.|…)$", "")));
    }

    @Test
    void backgroundIsSharedByTwoReportsWordForWord() {
        var reports = of("background");
        assertThat(reports).hasSize(16).allSatisfy(report -> assertThat(reports.stream()
                        .filter(other -> !other.equals(report))
                        .mapToInt(other -> sharedParagraphs(report, other))
                        .filter(n -> n > 0))
                .hasSize(1)
                .allMatch(n -> n >= 2 && n <= 4));
    }

    @Test
    void noOtherReportsShareASentence() {
        var sentences = Reports.all().stream()
                .flatMap(report -> Prose.sentences(report.ownDraft()).stream())
                .toList();
        assertThat(sentences).doesNotHaveDuplicates();
    }

    @Test
    void unrelatedTextsShareNoMoreThanASentenceWithAReport() {
        var reports = Reports.all();
        each("unrelated", text -> assertThat(reports)
                .allSatisfy(report -> assertThat(Prose.sentences(report.draft()).stream()
                                .filter(sentence -> text.text().contains(sentence)))
                        .hasSizeLessThanOrEqualTo(1)));
    }

    @Test
    void fiveLanguages() {
        var counts = Reports.all().stream().collect(Collectors.groupingBy(Report::language, Collectors.counting()));
        assertThat(counts).isEqualTo(Map.of("en", 44L, "de", 4L, "fr", 4L, "uk", 4L, "ru", 4L));
    }

    private static void each(String kind, Consumer<Labelled> expectation) {
        assertThat(of(kind)).isNotEmpty().allSatisfy(expectation);
    }

    private static List<Labelled> of(String kind) {
        return ARTICLES.stream().filter(a -> a.kind().equals(kind)).toList();
    }

    private static Labelled original(Labelled article) {
        return BY_ID.get(article.truthStory());
    }

    private static double growth(Labelled copy) {
        return (double) Prose.words(copy.text()) / Prose.words(original(copy).text());
    }

    private static int sharedParagraphs(Labelled report, Labelled other) {
        Set<String> paragraphs = report.text().lines().collect(Collectors.toSet());
        return (int) other.text().lines().filter(paragraphs::contains).count();
    }

    private static int words(Furniture furniture) {
        return IntStream.of(
                        furniture.header().stream().mapToInt(Prose::words).sum(),
                        furniture.inline().stream().mapToInt(Prose::words).sum(),
                        furniture.footer().stream().mapToInt(Prose::words).sum())
                .sum();
    }

    private static String letters(String text) {
        return Arrays.stream(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                        .split("[^\\p{L}\\p{N}]+"))
                .collect(Collectors.joining());
    }
}
