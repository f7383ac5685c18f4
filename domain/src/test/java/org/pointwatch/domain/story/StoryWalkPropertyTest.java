// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Stories are a function of the set of articles: whatever order things arrive in, the oracle's answer comes out. */
final class StoryWalkPropertyTest {
    private static final int WORLDS = 400;
    private static final int ORDERS = 4;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void endsWhereTheDefinitionSaysInWhateverOrderThingsArrive(boolean withRulings) {
        for (var seed = 0; seed < WORLDS; seed++) {
            var world = RandomWorld.of(new Random(seed), withRulings);
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
            assertThat(state.original())
                    .as(what)
                    .isEqualTo(place != null && place.relation().ownStory());
            if (place != null) {
                assertThat(state.relation()).as(what).isEqualTo(place.relation());
                assertThat(state.source().map(StoryMessage.Place::article).orElse(null))
                        .as(what)
                        .isEqualTo(place.of());
            } else {
                assertThat(state.joined()).as(what).isNull();
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
                                .filter(a -> a.outlet().equals(outlet) && belongs(places.get(a.id()), original))
                                .map(RandomWorld.Article::id)
                                .toList()));
    }

    private static boolean belongs(StoryOracle.Place place, RandomWorld.Article original) {
        return place != null && !place.relation().ownStory() && original.id().equals(place.of());
    }
}
