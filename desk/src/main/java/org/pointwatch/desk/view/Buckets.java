// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Counts;

/** The newest counts of each (target, bucket). A correction replaces, a tombstone removes, a sum adds up what is left. */
final class Buckets {
    private final Map<String, NavigableMap<Instant, Counts>> byTarget = new HashMap<>();

    void put(String target, Instant bucket, @Nullable Counts counts) {
        if (counts == null || counts.nothing()) {
            byTarget.getOrDefault(target, new TreeMap<>()).remove(bucket);
        } else {
            byTarget.computeIfAbsent(target, t -> new TreeMap<>()).put(bucket, counts);
        }
    }

    Counts sum(String target, Range range) {
        var buckets = byTarget.get(target);
        if (buckets == null) {
            return Counts.ZERO;
        }
        return buckets.subMap(range.start(), true, range.end(), false).values().stream()
                .reduce(Counts.ZERO, Counts::plus);
    }

    Set<String> targets() {
        return byTarget.keySet();
    }

    /** Forgets the buckets before the given time; says how many. */
    int forgetBefore(Instant floor) {
        var forgotten = 0;
        for (var buckets : byTarget.values()) {
            var old = buckets.headMap(floor, false);
            forgotten += old.size();
            old.clear();
        }
        byTarget.values().removeIf(Map::isEmpty);
        return forgotten;
    }
}
