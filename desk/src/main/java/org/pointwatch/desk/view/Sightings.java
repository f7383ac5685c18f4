// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which article mentions which target, by time: the source of distinct outlets and of the last evidence. */
final class Sightings {
    private final Map<String, Map<String, Sighting>> byArticle = new HashMap<>();
    private final Map<String, NavigableMap<Moment, Sighting>> byTarget = new HashMap<>();

    /** Time first, then article id, so that the last evidence does not depend on arrival. */
    private record Moment(Instant at, String article) implements Comparable<Moment> {
        @Override
        public int compareTo(Moment o) {
            var byTime = at.compareTo(o.at);
            return byTime != 0 ? byTime : article.compareTo(o.article);
        }
    }

    /** Replaces all that is known of an article; an empty map removes it. */
    void replace(String article, Map<String, Sighting> targets) {
        var before = targets.isEmpty() ? byArticle.remove(article) : byArticle.put(article, targets);
        if (before != null) {
            before.forEach((target, sighting) -> remove(target, sighting));
        }
        targets.forEach((target, sighting) ->
                byTarget.computeIfAbsent(target, t -> new TreeMap<>()).put(moment(sighting), sighting));
    }

    private void remove(String target, Sighting sighting) {
        var there = byTarget.get(target);
        if (there != null) {
            there.remove(moment(sighting));
            if (there.isEmpty()) {
                byTarget.remove(target);
            }
        }
    }

    private static Moment moment(Sighting sighting) {
        return new Moment(sighting.at(), sighting.article());
    }

    /** Distinct outlets: counted again for each range, never summed. */
    long outlets(String target, Range range) {
        return within(target, range).stream().map(Sighting::outlet).distinct().count();
    }

    @Nullable
    Sighting last(String target, Range range) {
        var there = byTarget.get(target);
        var before = there == null ? null : there.lowerEntry(new Moment(range.end(), ""));
        return before == null || before.getKey().at().isBefore(range.start()) ? null : before.getValue();
    }

    private Collection<Sighting> within(String target, Range range) {
        var there = byTarget.get(target);
        return there == null
                ? Set.of()
                : there.subMap(new Moment(range.start(), ""), new Moment(range.end(), ""))
                        .values();
    }

    /** Forgets the articles before the given time; says how many. */
    int forgetBefore(Instant floor) {
        var old = byArticle.values().stream()
                .map(targets -> targets.values().iterator().next())
                .filter(sighting -> sighting.at().isBefore(floor))
                .map(Sighting::article)
                .toList();
        old.forEach(article -> replace(article, Map.of()));
        return old.size();
    }
}
