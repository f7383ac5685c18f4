// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.story.RandomWorld.Arrival;

import static org.assertj.core.api.Assertions.assertThat;

final class StoryWalkTest {
    private static final Instant NOON = Instant.parse("2025-11-20T12:00:00Z");

    private final StoryNetwork network = new StoryNetwork(new Random(1));

    @Test
    void actsOnlyOnceTheArticleItselfIsKnown() {
        happens(shares("late", at(1), "b", "early", at(0), "a", 40), known("early", at(0), "a"));
        assertThat(network.state("late").joined()).isNull();
        assertThat(network.state("late").original()).isFalse();
        assertThat(network.links.members("early", "b")).isEmpty();

        happens(known("late", at(1), "b"));
        assertThat(network.state("late").joined()).isEqualTo("early");
        assertThat(network.state("late").relation()).isEqualTo(Relation.COPY);
    }

    @Test
    void breaksAChainWhereItsEndsDoNotMatch() {
        happens(known("a", at(0), "x"), known("b", at(1), "y"), known("c", at(2), "z"));
        happens(shares("b", at(1), "y", "a", at(0), "x", 30), shares("c", at(2), "z", "b", at(1), "y", 30));
        assertThat(network.state("b").joined()).isEqualTo("a");
        assertThat(network.state("c").relation()).isEqualTo(Relation.ORIGINAL);
    }

    @Test
    void givesFormerCopiesBackWhenTheirOriginalIsWithdrawn() {
        happens(known("a", at(0), "x"), known("b", at(1), "y"), known("c", at(2), "y"));
        happens(shares("b", at(1), "y", "a", at(0), "x", 40), shares("c", at(2), "y", "a", at(0), "x", 40));
        happens(shares("c", at(2), "y", "b", at(1), "y", 40));
        assertThat(network.state("c").relation()).isEqualTo(Relation.UPDATE);
        assertThat(network.state("c").joined()).isEqualTo("a");

        happens(new Arrival("a", new StoryEvent.Withdrawn()));
        assertThat(network.state("b").relation()).isEqualTo(Relation.ORIGINAL);
        assertThat(network.state("c").joined()).isEqualTo("b");
        assertThat(network.state("c").relation()).isEqualTo(Relation.UPDATE);
    }

    @Test
    void makesACopyOfTheNextWhenTheFirstOfAnOutletLeaves() {
        happens(known("a", at(0), "x"), known("b", at(1), "y"), known("c", at(2), "y"));
        happens(shares("b", at(1), "y", "a", at(0), "x", 40), shares("c", at(2), "y", "a", at(0), "x", 40));
        happens(new Arrival("b", new StoryEvent.Withdrawn()));
        assertThat(network.state("c").relation()).isEqualTo(Relation.COPY);
        assertThat(network.links.members("a", "y")).containsExactly("c");
    }

    @Test
    void forgetsWhatItWasToldAsAMemberOnceItLeft() {
        var states = new ArrayList<>(List.of(StoryState.unknown("o"), StoryState.unknown("m")));
        var links = new InMemoryLinks();
        var o = StoryWalk.step(states.get(0), new StoryEvent.Known(at(0), "x"), links)
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
        happens(shares("b", at(1), "y", "a", at(0), "x", 40), shares("c", at(2), "y", "a", at(0), "x", 40));
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
            arrivals.add(shares("a", at(2), "x", "b", at(1), "y", 40));
            arrivals.add(shares("b", at(2), "y", "a", at(1), "x", 40));
            Collections.shuffle(arrivals, new Random(seed));
            var restless = new StoryNetwork(new Random(seed));
            restless.run(arrivals.stream().map(List::of).toList());
            assertThat(List.of(restless.state("a"), restless.state("b")))
                    .as("seed %d", seed)
                    .filteredOn(StoryState::original)
                    .hasSize(1);
        }
    }

    @Test
    void keepsTheEarliestOfManyHoldersInWhateverOrderTheyAreFound() {
        var found = new ArrayList<Arrival>();
        for (var i = 0; i < StoryState.MOST_PAIRS + 40; i++) {
            var other = "e%03d".formatted(i);
            found.add(shares("z", at(500), "y", other, at(400 + i), "x", 40));
        }
        var forward = new StoryNetwork(new Random(1));
        forward.run(found.stream().map(List::of).toList());
        Collections.reverse(found);
        found.forEach(network::handle);
        assertThat(articles(network.state("z")))
                .isEqualTo(articles(forward.state("z")))
                .hasSize(StoryState.MOST_PAIRS)
                .startsWith("e000");
    }

    private static List<String> articles(StoryState state) {
        return state.earlier().stream().map(StoryState.Neighbour::article).toList();
    }

    private void happens(Arrival... arrivals) {
        for (var arrival : arrivals) {
            network.run(List.of(List.of(arrival)));
        }
    }

    private static StoryEvent told(StoryMessage.Kind kind, String from) {
        return new StoryEvent.Told(new StoryMessage(kind, from, 0, true, at(2), "y"));
    }

    private static Instant at(int minutes) {
        return NOON.plusSeconds(60L * minutes);
    }

    private static Arrival known(String article, Instant time, String outlet) {
        return new Arrival(article, new StoryEvent.Known(time, outlet));
    }

    private static Arrival shares(
            String later, Instant time, String outlet, String earlier, Instant before, String publisher, int count) {
        var own = document(later, time, outlet);
        var shared = new StoryEvent.Shared(document(earlier, before, publisher), count);
        return new Arrival(later, new StoryEvent.Shares(own, List.of(shared)));
    }

    private static Document document(String article, Instant time, String outlet) {
        return new Document(article, "r", time, time, outlet, 40, -1L, 40);
    }
}
