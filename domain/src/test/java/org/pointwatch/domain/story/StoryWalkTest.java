// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.dedup.Comparison;
import org.pointwatch.domain.dedup.CopyVerdict;
import org.pointwatch.domain.dedup.Match;
import org.pointwatch.domain.dedup.Match.Matches;
import org.pointwatch.domain.dedup.Overlap;
import org.pointwatch.domain.dedup.Overlap.Share;
import org.pointwatch.domain.story.RandomWorld.Arrival;

import static org.assertj.core.api.Assertions.assertThat;

final class StoryWalkTest {
    private static final Instant NOON = Instant.parse("2025-11-20T12:00:00Z");

    private final StoryNetwork network = new StoryNetwork(new Random(1));

    @Test
    void actsOnlyOnceTheArticleItselfIsKnown() {
        happens(found("late", "early", at(0), "a"), known("early", at(0), "a"));
        assertThat(network.state("late").joined()).isNull();
        assertThat(network.state("late").original()).isFalse();
        assertThat(network.links.members("early", "b")).isEmpty();

        happens(known("late", at(1), "b"));
        assertThat(story("late")).isEqualTo("early");
        assertThat(network.state("late").relation()).isEqualTo(Relation.COPY);
        assertThat(network.state("late").verdict()).isInstanceOf(CopyVerdict.Copy.class);
        assertThat(network.state("early").verdict()).isEqualTo(new CopyVerdict.Original());
    }

    @Test
    void aCopyOfAKnownOriginalCostsOneMessage() {
        network.handle(known("early", at(0), "a"));
        network.handle(known("late", at(1), "b"));
        var step = StoryWalk.step(
                network.state("late"), found("late", "early", at(0), "a").event(), network.links);
        assertThat(step.messages()).hasSize(1);
        var answer = StoryWalk.step(
                network.state("early"),
                new StoryEvent.Told(step.messages().get(0).message()),
                network.links);
        assertThat(answer.messages()).isEmpty();
    }

    @Test
    void breaksAChainWhereItsEndsDoNotMatch() {
        happens(known("a", at(0), "x"), known("b", at(1), "y"), known("c", at(2), "z"));
        happens(found("b", "a", at(0), "x"), found("c", "b", at(1), "y"));
        assertThat(story("b")).isEqualTo("a");
        assertThat(network.state("c").relation()).isEqualTo(Relation.ORIGINAL);
    }

    @Test
    void givesFormerCopiesBackWhenTheirOriginalIsWithdrawn() {
        happens(known("a", at(0), "x"), known("b", at(1), "y"), known("c", at(2), "y"));
        happens(found("b", "a", at(0), "x"), found("c", "a", at(0), "x"), found("c", "b", at(1), "y"));
        assertThat(network.state("c").relation()).isEqualTo(Relation.UPDATE);
        assertThat(story("c")).isEqualTo("a");

        happens(new Arrival("a", new StoryEvent.Withdrawn()));
        assertThat(network.state("b").relation()).isEqualTo(Relation.ORIGINAL);
        assertThat(story("c")).isEqualTo("b");
        assertThat(network.state("c").relation()).isEqualTo(Relation.UPDATE);
    }

    @Test
    void makesACopyOfTheNextWhenTheFirstOfAnOutletLeaves() {
        happens(known("a", at(0), "x"), known("b", at(1), "y"), known("c", at(2), "y"));
        happens(found("b", "a", at(0), "x"), found("c", "a", at(0), "x"));
        happens(new Arrival("b", new StoryEvent.Withdrawn()));
        assertThat(network.state("c").relation()).isEqualTo(Relation.COPY);
        assertThat(network.links.members("a", "y")).containsExactly("c");
    }

    @Test
    void forgetsWhatItWasToldAsAMemberOnceItLeft() {
        var links = new InMemoryLinks();
        var o = StoryWalk.step(StoryState.unknown("o"), new StoryEvent.Known(at(0), "x"), links)
                .state();
        links.addMember("o", "y", new StoryLinks.Member(at(1), "first"));
        var join = StoryWalk.step(o, told(StoryMessage.Kind.JOIN, "m"), links);
        assertThat(join.messages()).extracting(m -> m.message().yes()).containsExactly(true);
        var leave = StoryWalk.step(o, told(StoryMessage.Kind.LEAVE, "m"), links);
        assertThat(leave.messages()).extracting(StoryWalk.Addressed::to).containsExactly("m");
        assertThat(leave.messages()).extracting(m -> m.message().yes()).containsExactly(false);
    }

    @Test
    void takesItsMembershipAlongWhenItsTimeChanges() {
        happens(known("a", at(0), "x"), known("b", at(1), "y"), known("c", at(2), "y"));
        happens(found("b", "a", at(0), "x"), found("c", "a", at(0), "x"));
        happens(known("b", at(3), "y"));
        assertThat(network.links.members("a", "y")).containsExactly("c", "b");
        assertThat(network.state("b").relation()).isEqualTo(Relation.UPDATE);
        assertThat(network.state("c").relation()).isEqualTo(Relation.COPY);
    }

    @Test
    void endsEvenIfTwoArticlesOnceHeldEachOtherForTheEarlier() {
        for (var seed = 0; seed < 100; seed++) {
            var arrivals = new ArrayList<Arrival>();
            for (var time = 0; time < 3; time++) {
                arrivals.add(known("a", at(time), "x"));
                arrivals.add(known("b", at(2 - time), "y"));
            }
            arrivals.add(found("a", "b", at(1), "y"));
            arrivals.add(found("b", "a", at(1), "x"));
            Collections.shuffle(arrivals, new Random(seed));
            var restless = new StoryNetwork(new Random(seed));
            restless.run(arrivals.stream().map(List::of).toList());
            assertThat(List.of(restless.state("a"), restless.state("b")))
                    .as("seed %d", seed)
                    .filteredOn(StoryState::original)
                    .isNotEmpty();
        }
    }

    @Test
    void aSplitArticleIsAnOriginalUntilThatIsUndone() {
        happens(known("a", at(0), "x"), known("b", at(1), "y"), known("c", at(2), "z"));
        happens(found("b", "a", at(0), "x"), found("c", "b", at(1), "y"));
        happens(ruled("b", Ruling.Kind.SPLIT, null, 1));
        assertThat(network.state("b").relation()).isEqualTo(Relation.ORIGINAL);
        assertThat(story("c")).isEqualTo("b");

        happens(ruled("b", Ruling.Kind.UNDO, null, 2), ruled("b", Ruling.Kind.SPLIT, null, 1));
        assertThat(story("b")).isEqualTo("a");
        assertThat(network.state("c").relation()).isEqualTo(Relation.ORIGINAL);
    }

    @Test
    void ofAMergedPairTheLaterJoinsTheStoryOfTheEarlierWhereverThatGoes() {
        happens(known("a", at(0), "x"), known("b", at(1), "y"), known("c", at(2), "z"));
        happens(ruled("b", Ruling.Kind.MERGE, "c", 1), ruled("c", Ruling.Kind.MERGE, "b", 1));
        assertThat(story("c")).isEqualTo("b");
        assertThat(network.state("c").similarity()).isEmpty();

        happens(found("b", "a", at(0), "x"));
        assertThat(story("b")).isEqualTo("a");
        assertThat(story("c")).isEqualTo("a");
        assertThat(network.state("c").relation()).isEqualTo(Relation.COPY);
    }

    @Test
    void ofAMergedPairTheLaterFollowsTheEarlierThoughItHadAskedItBefore() {
        happens(known("b", at(1), "x"), known("c", at(2), "y"), known("d", at(3), "z"));
        happens(found("c", "b", at(1), "x"), found("d", "c", at(2), "y"));
        happens(ruled("d", Ruling.Kind.MERGE, "c", 1), ruled("c", Ruling.Kind.MERGE, "d", 1));
        assertThat(story("d")).isEqualTo("b");

        happens(known("a", at(0), "w"), found("c", "a", at(0), "w"));
        assertThat(story("c")).isEqualTo("a");
        assertThat(story("d")).isEqualTo("a");
    }

    /** It has said of itself that it is an original, and when: what moves after that must be said, too. */
    @Test
    void anOriginalThatMovesBackInTimeTakesItsCopiesAlong() {
        happens(known("o", at(1), "x"), known("late", at(2), "y"), found("late", "o", at(1), "x"));
        happens(known("first", at(0), "z"), found("o", "first", at(0), "z"));
        happens(new Arrival("first", new StoryEvent.Withdrawn()), known("o", at(3), "x"));
        assertThat(story("late")).isNull();

        happens(found("late", "o", at(1), "x"), known("o", at(1), "x"));
        assertThat(story("late")).isEqualTo("o");
    }

    private String story(String article) {
        var joined = network.state(article).joined();
        return joined == null ? null : joined.article();
    }

    private void happens(Arrival... arrivals) {
        for (var arrival : arrivals) {
            network.run(List.of(List.of(arrival)));
        }
    }

    private static StoryEvent told(StoryMessage.Kind kind, String from) {
        return new StoryEvent.Told(new StoryMessage(kind, from, 0, true, at(2), "y", null));
    }

    private static Instant at(int minutes) {
        return NOON.plusSeconds(60L * minutes);
    }

    private static Arrival known(String article, Instant time, String outlet) {
        return new Arrival(article, new StoryEvent.Known(time, outlet));
    }

    private static Arrival ruled(String article, Ruling.Kind kind, String with, int at) {
        return new Arrival(article, new StoryEvent.Ruled(new Ruling(kind, with, at(at), "decision")));
    }

    /** Both shards have found the whole text of another outlet. */
    private static Arrival found(String later, String earlier, Instant time, String outlet) {
        var all = new Share(64, 64, 64);
        var none = new Share(0, 0, 0);
        var numbers = new Comparison(false, 300, 300, 100, new Overlap(2, all, none, none, 1, none, none));
        var match = new Match(earlier, "r", time, outlet, earlier.hashCode(), numbers);
        return new Arrival(later, new StoryEvent.Found(new Matches(later, "r", 0, false, List.of(match))));
    }
}
