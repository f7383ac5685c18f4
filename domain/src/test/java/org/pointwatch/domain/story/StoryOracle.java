// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pointwatch.domain.story.RandomWorld.Article;

/** The definition of stories, word for word and with no thought for speed: all articles in order, all pairs. */
final class StoryOracle {
    private static final Duration WINDOW = Duration.ofDays(7);

    private final RandomWorld world;
    private final List<Article> originals = new ArrayList<>();
    private final Map<String, Place> places = new TreeMap<>();
    private final Map<String, Integer> most = new HashMap<>();

    /** @param of null and similarity 0 for an original */
    record Place(Relation relation, String of, double similarity) {}

    private StoryOracle(RandomWorld world) {
        this.world = world;
        world.shared().forEach((pair, n) -> most.merge(key(pair.later(), pair.earlier()), n, Math::max));
    }

    private static String key(String later, String earlier) {
        return later + ">" + earlier;
    }

    /** Where every article that is present belongs. */
    static Map<String, Place> places(RandomWorld world) {
        var oracle = new StoryOracle(world);
        world.articles().stream().filter(Article::present).forEach(oracle::place);
        return oracle.places;
    }

    private void place(Article a) {
        for (var original : originals) {
            var similarity = similarity(a, original);
            if (similarity > 0) {
                var relation = outletSeen(a, original) ? Relation.UPDATE : Relation.COPY;
                places.put(a.id(), new Place(relation, original.id(), similarity));
                return;
            }
        }
        originals.add(a);
        places.put(a.id(), new Place(Relation.ORIGINAL, null, 0));
    }

    /** Whether the story has an article of the same outlet already; whoever is placed is earlier. */
    private boolean outletSeen(Article a, Article original) {
        return world.articles().stream()
                .filter(o -> places.containsKey(o.id()) && o.outlet().equals(a.outlet()))
                .anyMatch(o -> o.equals(original)
                        || original.id().equals(places.get(o.id()).of()));
    }

    private double similarity(Article later, Article earlier) {
        if (Duration.between(earlier.time(), later.time()).compareTo(WINDOW) > 0) {
            return 0;
        }
        var least = later.outlet().equals(earlier.outlet()) ? 20 : 16;
        var shared = most.getOrDefault(key(later.id(), earlier.id()), 0);
        return shared < least ? 0 : shared / (double) RandomWorld.SHINGLES;
    }
}
