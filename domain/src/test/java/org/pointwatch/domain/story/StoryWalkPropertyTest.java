// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Stories are a function of the set of articles: whatever order things arrive in, the oracle's answer comes out. */
final class StoryWalkPropertyTest {
    private static final int WORLDS = 400;
    private static final int ORDERS = 3;

    @Test
    void endsWhereTheDefinitionSaysInWhateverOrderThingsArrive() {
        for (var seed = 0; seed < WORLDS; seed++) {
            var world = RandomWorld.of(new Random(seed));
            var places = StoryOracle.places(world);
            for (var order = 0; order < ORDERS; order++) {
                var network = new StoryNetwork(new Random(seed * 31L + order));
                network.run(world.sources());
                compare("world seed %d, order %d".formatted(seed, order), world, places, network);
            }
        }
    }

    private static void compare(
            String seed, RandomWorld world, Map<String, StoryOracle.Place> places, StoryNetwork network) {
        for (var article : world.articles()) {
            var what = seed + ", article " + article + " of " + world.articles();
            var state = network.state(article.id());
            var place = places.get(article.id());
            assertThat(state.present()).as(what).isEqualTo(place != null);
            if (place != null) {
                assertThat(state.joined()).as(what).isEqualTo(place.of());
                assertThat(state.relation()).as(what).isEqualTo(place.relation());
                assertThat(state.original()).as(what).isEqualTo(place.of() == null);
                assertThat(state.source().map(StoryState.Neighbour::similarity).orElse(0.0))
                        .as(what)
                        .isEqualTo(place.similarity());
            } else {
                assertThat(state.joined()).as(what).isNull();
                assertThat(state.original()).as(what).isFalse();
            }
            compareMembers(what, world, places, network, article);
        }
    }

    /** Nobody is kept as a member who has left, and nobody is missing. */
    private static void compareMembers(
            String what,
            RandomWorld world,
            Map<String, StoryOracle.Place> places,
            StoryNetwork network,
            RandomWorld.Article original) {
        world.articles().stream()
                .map(RandomWorld.Article::outlet)
                .distinct()
                .filter(outlet -> !outlet.equals(original.outlet()))
                .forEach(outlet -> assertThat(network.links.members(original.id(), outlet))
                        .as(what)
                        .isEqualTo(world.articles().stream()
                                .filter(a -> a.outlet().equals(outlet) && places.containsKey(a.id()))
                                .filter(a -> Objects.equals(places.get(a.id()).of(), original.id()))
                                .map(RandomWorld.Article::id)
                                .toList()));
    }
}
