// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.domain.tagging.TargetSentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.cli.audit.Written.NONE;
import static org.pointwatch.cli.audit.Written.NOON;
import static org.pointwatch.cli.audit.Written.actor;
import static org.pointwatch.cli.audit.Written.coverage;
import static org.pointwatch.cli.audit.Written.faceted;
import static org.pointwatch.cli.audit.Written.felt;
import static org.pointwatch.cli.audit.Written.finding;
import static org.pointwatch.cli.audit.Written.member;
import static org.pointwatch.cli.audit.Written.original;
import static org.pointwatch.cli.audit.Written.point;
import static org.pointwatch.cli.audit.Written.put;
import static org.pointwatch.cli.audit.Written.rewrite;

/** The counting rules of the contract, on facts that are counted by hand. */
final class RecountTest {
    private final Facts facts = new Facts();

    @Test
    void articlesAreStoriesAndCopiesAndUpdatesInTheirOwnBuckets() {
        put(facts, finding("a", NOON.plusSeconds(899)), original("a"));
        put(facts, finding("b", "r", "two.example", NOON.plusSeconds(900)), member("b", Relation.COPY, "a", 1));
        put(facts, finding("c", "r", "two.example", NOON.plusSeconds(901)), member("c", Relation.UPDATE, "a", 2));
        put(facts, finding("d", "r", "two.example", NOON.plusSeconds(902)), rewrite("d", "a", 3));
        put(facts, coverage("all", NOON, 1, 1, 0, 0, 1), coverage("all", NOON.plusSeconds(900), 3, 1, 1, 1, 1));
        assertThat(Recount.of(facts).differences()).isEmpty();
        assertThat(Recount.of(facts).keys()).isEqualTo(2);
    }

    @Test
    void bucketsBeginOnTheQuarterAlsoBefore1970() {
        assertThat(Recount.bucket(Instant.parse("1969-12-31T23:59:59Z"))).isEqualTo("1969-12-31T23:45:00Z");
        assertThat(Recount.bucket(Instant.parse("2025-11-20T12:15:00Z"))).isEqualTo("2025-11-20T12:15:00Z");
    }

    @Test
    void pairsShareASentenceAndThePlanIsAnythingOfTheDossier() {
        put(
                facts,
                finding("a", "r", "one", NOON, point("cap", null, 0, 2), actor("us", null, 2), actor("eu", null, 1)),
                original("a"));
        put(facts, finding("b", "r", "two", NOON, actor("us", null, 0)), original("b"));
        put(facts, finding("c", "r", "two", NOON), original("c"));
        put(
                facts,
                coverage("all", NOON, 3, 3, 0, 0, 2),
                coverage("plan:plan", NOON, 2, 2, 0, 0, 2),
                coverage("point:cap", NOON, 1, 1, 0, 0, 1),
                coverage("actor:us", NOON, 2, 2, 0, 0, 2),
                coverage("actor:eu", NOON, 1, 1, 0, 0, 1),
                coverage("pair:cap|us", NOON, 1, 1, 0, 0, 1));
        assertThat(Recount.of(facts).differences()).isEmpty();
    }

    @Test
    void sentimentIsThatOfOriginalsAndRewritesInThousandths() {
        put(facts, finding("a", "r", "one", NOON, point("cap", new TargetSentiment(-101, 100))), original("a"));
        put(facts, finding("b", "r", "two", NOON, point("cap", new TargetSentiment(900, 900))), copy("b", "a"));
        put(
                facts,
                finding("c", "r", "three", NOON, point("cap", new TargetSentiment(101, null))),
                rewrite("c", "a", 0));
        var sums = felt(
                coverage("point:cap", NOON, 3, 2, 1, 0, 3),
                new SentimentSums(2, 0, 101 * 101 * 2, 1, 0, 1),
                new SentimentSums(1, 100, 10_000, 0, 1, 0));
        put(facts, coverage("all", NOON, 3, 2, 1, 0, 3), coverage("plan:plan", NOON, 3, 2, 1, 0, 3), sums);
        assertThat(Recount.of(facts).differences()).isEmpty();
        put(facts, felt(sums, sums.sentiment().own(), NONE));
        assertThat(Recount.of(facts).differences())
                .singleElement()
                .asString()
                .isEqualTo(
                        "coverage point:cap@2025-11-20T12:00:00Z: articles 3, quoted n 0, quoted sum 0, quoted sum of"
                                + " squares 0, quoted neutral 0, expected articles 3, quoted n 1, quoted sum 100, quoted sum of"
                                + " squares 10000, quoted neutral 1; of a, b, c");
    }

    @Test
    void facetsAreTheOnesThatTheFindingNamesAndNeverOfPairs() {
        var both = List.of("language", "group");
        put(facts, of("a", "uk", " news @gencies/1|2 ", both), original("a"));
        put(facts, of("b", null, "g".repeat(70), both), original("b"));
        put(facts, of("c", "uk", "local", List.of()), original("c"));
        for (var target : List.of("all", "plan:plan", "point:cap", "actor:us")) {
            put(
                    facts,
                    coverage(target, NOON, 3, 3, 0, 0, 1),
                    coverage(target + "/lang:uk", NOON, 1, 1, 0, 0, 1),
                    coverage(target + "/group:news--gencies-1-2", NOON, 1, 1, 0, 0, 1),
                    coverage(target + "/group:" + "g".repeat(60), NOON, 1, 1, 0, 0, 1));
        }
        put(facts, coverage("pair:cap|us", NOON, 3, 3, 0, 0, 1));
        assertThat(Recount.of(facts).differences()).isEmpty();
    }

    private static org.pointwatch.wire.record.Finding of(
            String id, @Nullable String language, String group, List<String> facets) {
        return faceted(id, "r", "one", NOON, language, group, facets, point("cap", null, 0), actor("us", null, 0));
    }

    private static org.pointwatch.wire.record.Story copy(String article, String of) {
        return member(article, Relation.COPY, of, 0);
    }

    @Test
    void whatIsPublishedWithoutArticlesOrMissingIsADifference() {
        put(facts, finding("a", NOON), original("a"));
        put(facts, coverage("all", NOON.plusSeconds(900), 0, 0, 0, 0, 0));
        assertThat(Recount.of(facts).differences())
                .extracting(Difference::toString)
                .containsExactly(
                        "coverage all@2025-11-20T12:00:00Z: nothing, expected articles 1; of a",
                        "coverage all@2025-11-20T12:15:00Z: articles 0, expected nothing");
    }

    @Test
    void anArticleWithoutStoryIsNotCounted() {
        facts.findings.put("a", Mentions.of(finding("a", NOON), 0));
        assertThat(Recount.of(facts).differences()).isEmpty();
    }

    @Test
    void coverageOfATimeWithoutFindingsIsNotCompared() {
        put(facts, coverage("all", NOON, 9, 9, 0, 0, 1), coverage("all", NOON.plus(Duration.ofDays(2)), 1, 1, 0, 0, 1));
        put(facts, finding("a", NOON.plus(Duration.ofDays(2))), original("a"));
        facts.findingsSince = NOON.plus(Duration.ofDays(1));
        var outcome = Recount.of(facts);
        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.tooOld()).isEqualTo(1);
        assertThat(outcome.keys()).isEqualTo(1);
    }
}
