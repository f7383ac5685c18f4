// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class FamiliesTest {
    private static final List<Labelled> ARTICLES = Families.of(7).articles();
    private static final Map<String, Labelled> BY_ID =
            ARTICLES.stream().collect(Collectors.toMap(Labelled::id, Function.identity()));

    @Test
    void theSameSeedGivesTheSameArticlesAndAnotherSeedOthers() {
        assertThat(Families.of(7).articles()).isEqualTo(ARTICLES);
        assertThat(Families.of(8).articles()).isNotEqualTo(ARTICLES);
    }

    @Test
    void everyKindOccurs() {
        assertThat(ARTICLES).hasSizeBetween(1900, 2300);
        assertThat(ARTICLES.stream().map(Labelled::kind).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Kind.values()).map(Kind::label).toList());
    }

    @Test
    void idsAreUnique() {
        assertThat(BY_ID).hasSameSizeAs(ARTICLES);
    }

    @Test
    void truthFollowsTheContract() {
        var soft = new SoftAssertions();
        for (var article : ARTICLES) {
            if (article.isOriginal()) {
                soft.assertThat(article.truthStory()).isEqualTo(article.id());
                soft.assertThat(article.truthRelation()).isEqualTo("original");
            } else {
                soft.assertThat(article.truthOf()).isEqualTo(article.truthStory());
                soft.assertThat(article.truthRelation()).as(article.id()).isEqualTo(relationByOutlets(article));
            }
        }
        soft.assertAll();
    }

    private static String relationByOutlets(Labelled article) {
        boolean outletWasEarlier = ARTICLES.stream()
                .filter(other -> other.truthStory().equals(article.truthStory()))
                .filter(other -> other.published().isBefore(article.published()))
                .anyMatch(other -> other.outlet().equals(article.outlet()));
        return outletWasEarlier ? "update" : "copy";
    }

    @Test
    void copiesComeAfterTheirOriginalWithinFiveDays() {
        assertThat(ARTICLES).filteredOn(a -> !a.isOriginal()).allSatisfy(copy -> assertThat(
                        Duration.between(original(copy).published(), copy.published()))
                .isPositive()
                .isLessThanOrEqualTo(Duration.ofDays(5)));
    }

    @Test
    void outletsOfAFamilyAreDistinctButForUpdates() {
        ARTICLES.stream()
                .filter(a -> !a.kind().equals("update")
                        && !a.kind().equals("serial")
                        && !a.kind().equals("unrelated"))
                .collect(Collectors.groupingBy(Labelled::family))
                .forEach((family, members) -> assertThat(members)
                        .as(family)
                        .extracting(Labelled::outlet)
                        .doesNotHaveDuplicates());
    }

    @Test
    void aSerialIsOneOutletsEpisodesInOneForm() {
        var serials = of("serial").stream().collect(Collectors.groupingBy(Labelled::family));
        assertThat(serials).hasSize(6);
        serials.forEach((family, episodes) -> {
            assertThat(episodes)
                    .hasSize(5)
                    .extracting(Labelled::outlet)
                    .containsOnly(episodes.get(0).outlet());
            assertThat(episodes).extracting(Labelled::text).doesNotHaveDuplicates();
            assertThat(sharedWords(episodes.get(0).text(), episodes.get(1).text()))
                    .as(family)
                    .isGreaterThan(0.5);
        });
    }

    @Test
    void writesOneObjectALine() throws IOException {
        var out = new StringWriter();
        Families.writeJsonl(ARTICLES, out);
        var lines = out.toString().lines().toList();
        assertThat(lines).hasSameSizeAs(ARTICLES);
        for (int i = 0; i < lines.size(); i++) {
            var line = JsonMapper.shared().readTree(lines.get(i));
            assertThat(line.get("text").asString()).isEqualTo(ARTICLES.get(i).text());
            assertThat(line.at("/truth/of").isNull()).isEqualTo(ARTICLES.get(i).isOriginal());
        }
    }

    private static List<Labelled> of(String kind) {
        return ARTICLES.stream().filter(a -> a.kind().equals(kind)).toList();
    }

    private static Labelled original(Labelled article) {
        return BY_ID.get(article.truthStory());
    }

    /** The share of the words of the first text that the second has too, as often. */
    static double sharedWords(String text, String other) {
        var words = text.split("\\s+");
        var left = new HashMap<String, Integer>();
        Arrays.stream(other.split("\\s+")).forEach(word -> left.merge(word, 1, Integer::sum));
        long shared = Arrays.stream(words)
                .filter(word -> left.merge(word, -1, Integer::sum) >= 0)
                .count();
        return (double) shared / words.length;
    }
}
