// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.domain.dedup.Sketch;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.domain.story.StoryJudge;
import org.pointwatch.wire.record.Story;

import static org.assertj.core.api.Assertions.assertThat;

/** The set and the oracle of {@link StoryInvarianceIT}: both are worth something, and the product's own judge agrees. */
final class StoryInvarianceTest {
    @Test
    void everythingIsInTheSet() {
        var news = StoryInvarianceNews.of(1);
        var oracle = new StoryInvarianceOracle(news.revisions(), news.decisions());
        var relations = oracle.stories().values().stream()
                .collect(Collectors.groupingBy(Story::relation, Collectors.counting()));

        assertThat(news.revisions().size()).isBetween(350, 550);
        assertThat(oracle.documents()).hasSizeGreaterThan(oracle.articles().size() + 30);
        assertThat(relations)
                .hasEntrySatisfying(Relation.ORIGINAL, n -> assertThat(n).isGreaterThan(40));
        assertThat(relations)
                .hasEntrySatisfying(Relation.COPY, n -> assertThat(n).isGreaterThan(40));
        assertThat(relations)
                .hasEntrySatisfying(Relation.UPDATE, n -> assertThat(n).isGreaterThan(40));
        assertThat(relations)
                .hasEntrySatisfying(Relation.REWRITE, n -> assertThat(n).isGreaterThan(5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theJudgeAgrees(long seed) {
        var oracle = new StoryInvarianceOracle(StoryInvarianceNews.of(seed).revisions(), List.of());
        var judge = new StoryJudge();
        var documents = new ArrayList<>(oracle.documents().keySet());
        judge.addAll(
                documents,
                documents.stream().<Sketch>map(oracle.documents()::get).toList());
        var outlets = new LinkedHashMap<String, String>();
        oracle.articles().forEach(a -> outlets.put(a.id(), a.outlet()));

        var verdicts = new TreeMap<String, String>();
        judge.verdicts(outlets).forEach((article, verdict) -> {
            verdicts.put(
                    article,
                    verdict.relation() + " " + verdict.of() + " "
                            + verdict.how().similarityOrZero());
        });
        assertThat(verdicts).isEqualTo(told(oracle.stories()));
        assertThat(judge.silent()).isPositive();
    }

    private static Map<String, String> told(Map<String, Story> stories) {
        var told = new TreeMap<String, String>();
        stories.forEach((article, s) ->
                told.put(article, s.relation() + " " + s.of() + " " + (s.similarity() == null ? 0.0 : s.similarity())));
        return told;
    }
}
