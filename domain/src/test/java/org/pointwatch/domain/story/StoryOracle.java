// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pointwatch.domain.dedup.CopyRule;
import org.pointwatch.domain.dedup.CopyVerdict;
import org.pointwatch.domain.story.RandomWorld.Article;

/** The definition of stories, word for word and with no thought for speed: all articles in order, all pairs. */
final class StoryOracle {
    private final RandomWorld world;
    private final List<Article> originals = new ArrayList<>();
    private final Map<String, Place> places = new TreeMap<>();

    /** @param of null for an original */
    record Place(Relation relation, String of) {}

    private StoryOracle(RandomWorld world) {
        this.world = world;
    }

    /** Where every article that is present belongs. */
    static Map<String, Place> places(RandomWorld world) {
        var oracle = new StoryOracle(world);
        world.articles().stream().filter(Article::present).forEach(oracle::place);
        return oracle.places;
    }

    private void place(Article a) {
        var split = a.ruling().filter(r -> r.kind() == Ruling.Kind.SPLIT).isPresent();
        var story = split ? null : story(a);
        if (story != null) {
            places.put(a.id(), new Place(outletSeen(a, story) ? Relation.UPDATE : Relation.COPY, story.id()));
            return;
        }
        var source = split ? null : first(a, false);
        places.put(
                a.id(), source == null ? new Place(Relation.ORIGINAL, null) : new Place(Relation.REWRITE, source.id()));
        originals.add(a);
    }

    private Article story(Article a) {
        var merged = a.ruling()
                .filter(r -> r.kind() == Ruling.Kind.MERGE && places.containsKey(r.with()))
                .map(r -> original(r.with()));
        return merged.orElseGet(() -> first(a, true));
    }

    private Article original(String id) {
        var place = places.get(id);
        var story = place.relation().ownStory() ? id : place.of();
        return originals.stream().filter(o -> o.id().equals(story)).findFirst().orElseThrow();
    }

    /** The earliest original that has the article's text, or else tells it in other words. */
    private Article first(Article a, boolean sameText) {
        return originals.stream()
                .filter(o -> related(a, o, sameText))
                .findFirst()
                .orElse(null);
    }

    private boolean related(Article a, Article o, boolean sameText) {
        var verdicts = world.compared().entrySet().stream()
                .filter(e -> e.getKey().later().equals(a.id())
                        && e.getKey().earlier().equals(o.id()))
                .map(e -> CopyRule.judge(e.getValue()))
                .toList();
        var same = verdicts.stream().anyMatch(CopyVerdict::sameText);
        return sameText ? same : !same && verdicts.stream().anyMatch(CopyVerdict::related);
    }

    /** Whether the story has an article of the same outlet already; whoever is placed is earlier. */
    private boolean outletSeen(Article a, Article original) {
        return world.articles().stream()
                .filter(o -> places.containsKey(o.id()) && o.outlet().equals(a.outlet()))
                .anyMatch(o -> o.equals(original)
                        || (!places.get(o.id()).relation().ownStory()
                                && original.id().equals(places.get(o.id()).of())));
    }
}
