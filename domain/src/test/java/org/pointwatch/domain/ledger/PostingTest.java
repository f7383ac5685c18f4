// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.domain.tagging.ActorMention;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.PointMention;
import org.pointwatch.domain.tagging.TargetSentiment;

import static org.assertj.core.api.Assertions.assertThat;

final class PostingTest {
    private static final Instant NOON = Instant.parse("2025-11-20T12:00:00Z");

    @Test
    void countsAnArticleUnderEverythingItMentions() {
        var lines = Posting.lines(
                "peace", List.of(point("army-cap", 0, 2), point("elections", 5)), List.of(actor("rubio", 2, 3)));
        assertThat(lines)
                .extracting(Posting.Line::target)
                .containsExactly(
                        "all", "plan:peace", "point:army-cap", "point:elections", "actor:rubio", "pair:army-cap|rubio");
    }

    @Test
    void countsAllButPairsAgainByTheFacetsAskedFor() {
        var lines = Posting.lines(
                "peace",
                List.of(point("army-cap", 2)),
                List.of(actor("rubio", 2)),
                new Posting.Facets("uk", " News/agencies "));
        assertThat(lines)
                .extracting(Posting.Line::target)
                .containsExactly(
                        "all",
                        "plan:peace",
                        "point:army-cap",
                        "actor:rubio",
                        "all/lang:uk",
                        "all/group:News-agencies",
                        "plan:peace/lang:uk",
                        "plan:peace/group:News-agencies",
                        "point:army-cap/lang:uk",
                        "point:army-cap/group:News-agencies",
                        "actor:rubio/lang:uk",
                        "actor:rubio/group:News-agencies",
                        "pair:army-cap|rubio");
        assertThat(Posting.lines("peace", List.of(), List.of(), new Posting.Facets(null, "  ")))
                .extracting(Posting.Line::target)
                .containsExactly("all");
    }

    @Test
    void pairsOnlyWhatStandsInOneSentence() {
        var lines = Posting.lines("peace", List.of(point("army-cap", 0)), List.of(actor("rubio", 1)));
        assertThat(lines).extracting(Posting.Line::target).noneMatch(t -> t.startsWith("pair:"));
    }

    @Test
    void countsAnArticleOffTheTopicInTheDenominatorAlone() {
        assertThat(Posting.lines("peace", List.of(), List.of()))
                .extracting(Posting.Line::target)
                .containsExactly("all");
    }

    @Test
    void countsAnActorWithoutAPointForThePlan() {
        assertThat(Posting.lines("peace", List.of(), List.of(actor("rubio", 0))))
                .extracting(Posting.Line::target)
                .containsExactly("all", "plan:peace", "actor:rubio");
    }

    @Test
    void postsEachRelationUnderItsOwnCount() {
        for (var relation : Relation.values()) {
            var counts = only(Posting.difference(null, posting(NOON, "a", relation, 400, -200)))
                    .counts();
            assertThat(counts.articles()).isEqualTo(1);
            assertThat(counts.stories() + counts.copies() + counts.updates()).isEqualTo(1);
            assertThat(counts.stories() == 1).isEqualTo(relation.ownStory());
            assertThat(counts.copies() == 1).isEqualTo(relation == Relation.COPY);
            assertThat(counts.updates() == 1).isEqualTo(relation == Relation.UPDATE);
        }
    }

    @Test
    void countsSentimentForStoriesOfTheirOwnOnly() {
        for (var relation : Relation.values()) {
            var counts = only(Posting.difference(null, posting(NOON, "a", relation, 400, -200)))
                    .counts();
            assertThat(counts.own()).isEqualTo(relation.ownStory() ? SentimentSums.of(400) : SentimentSums.ZERO);
            assertThat(counts.quoted()).isEqualTo(relation.ownStory() ? SentimentSums.of(-200) : SentimentSums.ZERO);
        }
    }

    @Test
    void hasNothingToCorrectWhereNothingChanged() {
        var posting = posting(NOON, "a", Relation.ORIGINAL, 400, null);
        assertThat(Posting.difference(posting, posting)).isEmpty();
        assertThat(Posting.difference(null, null)).isEmpty();
    }

    @Test
    void movesAnArticleThatBecameACopyWithoutTouchingItsArticleOrOutlet() {
        var delta = only(Posting.difference(
                posting(NOON, "a", Relation.ORIGINAL, 400, null), posting(NOON, "a", Relation.COPY, 400, null)));
        assertThat(delta.counts())
                .isEqualTo(new Counts(0, -1, 1, 0, SentimentSums.of(400).negated(), SentimentSums.ZERO));
        assertThat(delta.outlets()).isEmpty();
    }

    @Test
    void movesAnArticleBetweenBucketsAndOutlets() {
        var later = NOON.plus(Target.BUCKET);
        var deltas = Posting.difference(
                posting(NOON, "a", Relation.COPY, null, null), posting(later, "b", Relation.COPY, null, null));
        assertThat(deltas).containsOnlyKeys("point:p@2025-11-20T12:00:00Z", "point:p@2025-11-20T12:15:00Z");
        assertThat(deltas.get("point:p@2025-11-20T12:00:00Z").outlets()).isEqualTo(Map.of("a", -1L));
        assertThat(deltas.get("point:p@2025-11-20T12:15:00Z").outlets()).isEqualTo(Map.of("b", 1L));

        var renamed = only(Posting.difference(
                posting(NOON, "a", Relation.COPY, null, null), posting(NOON, "b", Relation.COPY, null, null)));
        assertThat(renamed.counts()).isEqualTo(Counts.ZERO);
        assertThat(renamed.outlets()).isEqualTo(Map.of("a", -1L, "b", 1L));
        assertThat(renamed.nothing()).isFalse();
    }

    @Test
    void comesBackToNothingAfterAnyHistory() {
        var random = new Random(28);
        var sums = new TreeMap<String, Delta>();
        Posting current = null;
        for (var step = 0; step < 500; step++) {
            var next = step == 499 || random.nextInt(5) == 0 ? null : anyPosting(random);
            Posting.difference(current, next).forEach((key, delta) -> sums.merge(key, delta, Delta::plus));
            current = next;
        }
        assertThat(sums)
                .isNotEmpty()
                .allSatisfy((key, delta) -> assertThat(delta.nothing()).as(key).isTrue());
    }

    @Test
    void addsUpToARecountWhateverCameBefore() {
        var random = new Random(35);
        var sums = new TreeMap<String, Delta>();
        Posting current = null;
        for (var step = 0; step < 200; step++) {
            var next = anyPosting(random);
            Posting.difference(current, next).forEach((key, delta) -> sums.merge(key, delta, Delta::plus));
            current = next;
        }
        sums.values().removeIf(Delta::nothing);
        assertThat(sums).isEqualTo(Posting.difference(null, current));
    }

    private static Posting anyPosting(Random random) {
        var relations = Relation.values();
        return posting(
                NOON.plus(Target.BUCKET.multipliedBy(random.nextInt(3))),
                "outlet-" + random.nextInt(3),
                relations[random.nextInt(relations.length)],
                random.nextBoolean() ? null : random.nextInt(2001) - 1000,
                random.nextBoolean() ? null : random.nextInt(2001) - 1000);
    }

    private static Posting posting(Instant bucket, String outlet, Relation relation, Integer own, Integer quoted) {
        var sentiment = new TargetSentiment(own, quoted);
        return new Posting(bucket, outlet, relation, List.of(new Posting.Line("point:p", sentiment)));
    }

    private static Delta only(Map<String, Delta> deltas) {
        assertThat(deltas).hasSize(1);
        return deltas.values().iterator().next();
    }

    private static PointMention point(String id, int... sentences) {
        return new PointMention(id, 1, null, evidence(sentences));
    }

    private static ActorMention actor(String id, int... sentences) {
        return new ActorMention(id, null, evidence(sentences));
    }

    private static List<Evidence> evidence(int... sentences) {
        return Arrays.stream(sentences)
                .mapToObj(s -> new Evidence(0, 1, s, "rule"))
                .toList();
    }
}
