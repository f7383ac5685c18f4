// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.stance.ledger.StanceKey;
import org.pointwatch.domain.stance.ledger.StanceStatement;
import org.pointwatch.domain.story.Relation;

/**
 * What an article now says of where an actor stands on a point.
 *
 * @param before the event time that its statements stood under until now, null if it made none
 * @param statements all of the same event time; none if it says nothing any more
 */
record Stood(StanceKey key, String article, @Nullable Instant before, List<StanceStatement> statements) {

    /** One for each actor and point of which an article says something else than it did. */
    static List<Stood> between(String article, List<Stand> before, List<Stand> after) {
        if (before.equals(after)) {
            return List.of();
        }
        var old = byKey(before);
        var now = byKey(after);
        var keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        var stood = new ArrayList<Stood>();
        for (var key : keys) {
            var was = old.getOrDefault(key, List.of());
            var is = now.getOrDefault(key, List.of());
            if (!was.equals(is)) {
                var at = was.isEmpty() ? null : was.get(0).at();
                stood.add(new Stood(StanceKey.parse(key), article, at, is));
            }
        }
        return stood;
    }

    private static SortedMap<String, List<StanceStatement>> byKey(List<Stand> stands) {
        var statements = new TreeMap<String, List<StanceStatement>>();
        stands.forEach(s -> statements
                .computeIfAbsent(s.key().text(), any -> new ArrayList<>())
                .add(s.statement()));
        return statements;
    }

    /** What they become once the article's place in its story is known. */
    static List<Stand> placed(List<Stand> stands, Relation relation) {
        return stands.stream()
                .map(s -> new Stand(s.key(), s.statement().in(relation)))
                .toList();
    }
}
