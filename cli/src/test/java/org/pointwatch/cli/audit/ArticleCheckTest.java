// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.record.Override;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.cli.audit.Written.NOON;
import static org.pointwatch.cli.audit.Written.actor;
import static org.pointwatch.cli.audit.Written.finding;
import static org.pointwatch.cli.audit.Written.original;
import static org.pointwatch.cli.audit.Written.point;
import static org.pointwatch.cli.audit.Written.put;
import static org.pointwatch.cli.audit.Written.revision;

/** Which state of an article is current, and where articles go that have none. */
final class ArticleCheckTest {
    private static final Duration HORIZON = Duration.ofDays(35);

    private final Facts facts = new Facts();

    private void published(Revision... revisions) {
        for (var r : revisions) {
            facts.history(r.id(), 0).add(State.of(r));
        }
    }

    private static Revision at(String revision, Body body, long minutes) {
        return revision("a", revision, body, NOON, NOON.plus(Duration.ofMinutes(minutes)), NOON);
    }

    private @Nullable String current() {
        return facts.histories.get("a").verdict() instanceof History.Current c
                ? c.state().revision()
                : null;
    }

    @Test
    void theBetterBodyIsCurrentThenTheLaterThenTheGreaterId() {
        published(at("r1", Body.FULL, 0), at("r2", Body.FEED_ONLY, 9));
        assertThat(current()).isEqualTo("r1");
        published(at("r3", Body.FULL, 5), at("r0", Body.FULL, 4));
        assertThat(current()).isEqualTo("r3");
        published(at("r4", Body.FULL, 5));
        assertThat(current()).isEqualTo("r4");
    }

    @Test
    void aRevisionsTimeIsTheEarliestItWasFetched() {
        published(at("r1", Body.FULL, 9), at("r2", Body.FULL, 5), at("r1", Body.FULL, 2));
        assertThat(current()).isEqualTo("r2");
    }

    @Test
    void aLaterWithdrawalReversesAndALaterTextBringsBack() {
        published(at("r1", Body.FULL, 0), at("gone", Body.DELETED, 3));
        assertThat(current()).isNull();
        published(at("r2", Body.FEED_ONLY, 4));
        assertThat(current()).isEqualTo("r1");
        published(at("gone", Body.DELETED, 5));
        assertThat(facts.histories.get("a").verdict()).isEqualTo(History.Left.WITHDRAWN);
    }

    @Test
    void aWithdrawalAtTheLastMomentThatCountsIsForGood() {
        var last = NOON.plus(HORIZON);
        published(at("r1", Body.FULL, 0), revision("a", "gone", Body.DELETED, null, last, NOON));
        published(revision("a", "r2", Body.FULL, NOON, last.plusSeconds(9), NOON.plusSeconds(9)));
        assertThat(current()).isNull();
    }

    @Test
    void whatIsFetchedBeyondTheHorizonDoesNotCount() {
        var late = NOON.plus(HORIZON).plusMillis(1);
        published(at("r1", Body.FULL, 0), revision("a", "r2", Body.FULL, NOON, late, NOON));
        assertThat(current()).isEqualTo("r1");
        published(revision("b", "r1", Body.FULL, NOON, late, NOON));
        assertThat(facts.histories.get("b").verdict()).isEqualTo(History.Left.BEYOND_HORIZON);
        published(revision("c", "r1", Body.FULL, NOON, NOON.plus(HORIZON), NOON));
        assertThat(facts.histories.get("c").verdict()).isInstanceOf(History.Current.class);
    }

    @Test
    void eventTimeIsPublishedWithinTheHorizonBeforeFirstSeen() {
        assertThat(eventTime(null)).isEqualTo(NOON);
        assertThat(eventTime(NOON.minusSeconds(5))).isEqualTo(NOON.minusSeconds(5));
        assertThat(eventTime(NOON.plusSeconds(5))).isEqualTo(NOON);
        assertThat(eventTime(NOON.minus(Duration.ofDays(99)))).isEqualTo(NOON.minus(HORIZON));
    }

    private static Instant eventTime(@Nullable Instant published) {
        return State.of(revision("a", "r", Body.FULL, published, NOON, NOON)).eventTime();
    }

    @Test
    void findingsAreThoseOfTheCurrentStateOrThereAreNone() {
        published(revision("a", "r1"), revision("b", "r1"), revision("c", "r2"));
        published(revision("d", "r1"), revision("d", "x", Body.DELETED, null, NOON.plusSeconds(1), NOON));
        for (var article : new String[] {"a", "c", "d", "e"}) {
            put(facts, finding(article, NOON), original(article));
        }
        var outcome = ArticleCheck.of(facts);
        assertThat(outcome.differences())
                .extracting(Difference::toString)
                .containsExactly(
                        "finding b: nothing, expected revision r1 at 2025-11-20T12:00:00Z by outlet.example",
                        "finding c: revision r1 at 2025-11-20T12:00:00Z by outlet.example, expected revision r2 at"
                                + " 2025-11-20T12:00:00Z by outlet.example",
                        "finding d: revision r1 at 2025-11-20T12:00:00Z by outlet.example, expected nothing",
                        "finding e: revision r1, expected nothing");
        assertThat(outcome.unexplained()).isEqualTo(1);
    }

    @Test
    void aFindingUnderAnotherTimeIsADifference() {
        published(revision("a", "r1"));
        put(facts, finding("a", NOON.plusSeconds(1)), original("a"));
        assertThat(ArticleCheck.of(facts).differences()).hasSize(1);
    }

    @Test
    void everyArticleIsAccountedFor() {
        published(revision("a", "r1"), revision("b", "x", Body.DELETED, null, NOON, NOON));
        published(revision("c", "r1", Body.FULL, NOON, NOON.plus(HORIZON).plusMillis(1), NOON));
        facts.history("d", 0); // nothing on it could be read
        published(revision("e", "r1"));
        facts.setAside.add("e");
        put(facts, finding("a", NOON), original("a"));
        var outcome = ArticleCheck.of(facts);
        assertThat(outcome).isEqualTo(new ArticleCheck.Outcome(List.of(), 5, 1, 1, 2, 1, 0, 0, 0));
    }

    @Test
    void whereRecordsAreGoneNothingIsHeldAgainstAFinding() {
        published(revision("a", "r2"));
        put(facts, finding("a", NOON), original("a"));
        put(facts, finding("b", NOON), original("b"));
        facts.shortened.add(0);
        var outcome = ArticleCheck.of(facts);
        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.unchecked()).isEqualTo(2);
    }

    private void decided(String kind, String subject, @Nullable String tag, Instant at) {
        facts.decided(new Override(at.toString(), kind, subject, null, tag, "analyst", "", at));
    }

    private void arrived(String... articles) {
        for (var article : articles) {
            facts.history(article, 0).arrived(NOON.toEpochMilli());
        }
    }

    @Test
    void anArticleOfAVetoedOutletHasNoFinding() {
        published(revision("a", "r1"), revision("b", "r1"));
        arrived("a", "b");
        decided(Override.ALLOW_OUTLET, "outlet.example", null, NOON);
        decided(Override.VETO_OUTLET, "outlet.example", null, NOON.plusSeconds(60));
        put(facts, finding("a", NOON), original("a"));
        var outcome = ArticleCheck.of(facts);
        assertThat(outcome.differences())
                .extracting(Difference::toString)
                .containsExactly("finding a: revision r1 at 2025-11-20T12:00:00Z by outlet.example, expected none, for"
                        + " outlet.example was vetoed at 2025-11-20T12:01:00Z by analyst");
        assertThat(List.of(outcome.vetoed(), outcome.counted())).containsExactly(1, 1);

        decided(Override.ALLOW_OUTLET, "outlet.example", null, NOON.plusSeconds(120));
        assertThat(ArticleCheck.of(facts).differences())
                .extracting(Difference::key)
                .containsExactly("b");
    }

    @Test
    void aFindingNamesNothingThatIsVetoed() {
        published(revision("a", "r1"), revision("b", "r1"));
        arrived("a", "b");
        decided(Override.VETO_TAG, "a", "point:cap", NOON);
        decided(Override.VETO_TAG, "b", "actor:nato", NOON);
        for (var article : new String[] {"a", "b"}) {
            var named = finding(article, "r1", "outlet.example", NOON, point("cap", null, 0), actor("kyiv", null, 0));
            facts.findings.put(article, Mentions.of(named, 0, facts.vetoes(article)));
            facts.stories.put(article, original(article));
        }
        assertThat(ArticleCheck.of(facts).differences())
                .extracting(Difference::toString)
                .containsExactly("finding a: point:cap, expected it not to be named, for it was vetoed at"
                        + " 2025-11-20T12:00:00Z by analyst");
    }

    @Test
    void whatWasDecidedWhenTheArticleWasForgottenIsNotHeldAgainstIt() {
        var late = NOON.plus(HORIZON).plus(Duration.ofDays(1)).plusMillis(1);
        published(revision("a", "r1"), revision("b", "r1"));
        arrived("a", "b");
        decided(Override.VETO_OUTLET, "outlet.example", null, late);
        put(facts, finding("a", NOON), original("a"));
        var outcome = ArticleCheck.of(facts);
        assertThat(outcome.differences()).isEmpty();
        assertThat(List.of(outcome.vetoed(), outcome.counted(), outcome.unchecked()))
                .containsExactly(1, 1, 1);
        decided(Override.ALLOW_OUTLET, "outlet.example", null, late.plusMillis(1));
        assertThat(ArticleCheck.of(facts).differences()).isEmpty();
    }
}
