// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Distinct outlets, counted again for whatever they are told for and never summed: by the bits of whole days where steps are
 * days, else from what was found in the articles.
 */
final class OutletCounts {
    /** @param at beginning of the step, null for the whole range */
    record Key(String target, @Nullable Instant at) {}

    private final Map<Key, Long> counts = new HashMap<>();

    private record Count(String target, @Nullable Instant at, long outlets) {}

    private OutletCounts() {}

    long of(String target, @Nullable Instant at) {
        return counts.getOrDefault(new Key(target, at), 0L);
    }

    /** In each step and over the whole range. */
    static OutletCounts steps(Connection tables, Collection<TargetName> targets, Span span, String step)
            throws SQLException {
        var found = new OutletCounts();
        var plain = new ArrayList<TargetName>();
        for (var target : targets) {
            if (target.isFacet()) {
                found.put(target.text(), told(tables, OutletSeen.facet(target, span, step)));
            } else {
                plain.add(target);
            }
        }
        if (!plain.isEmpty()) {
            var counted =
                    step.equals("day") ? OutletDays.counted(plain, span, true) : OutletSeen.of(plain, span, step, true);
            found.put(plain, told(tables, counted));
        }
        return found;
    }

    /** Over the whole range alone, of targets without facets. */
    static OutletCounts totals(Connection tables, Collection<TargetName> targets, Span span) throws SQLException {
        var found = new OutletCounts();
        found.put(targets, told(tables, OutletDays.counted(targets, span, false)));
        return found;
    }

    private static List<Count> told(Connection tables, Select counted) throws SQLException {
        return counted.rows(
                tables, row -> new Count(row.getString("target"), Select.time(row, "at"), row.getLong("outlets")));
    }

    private void put(String target, List<Count> all) {
        all.forEach(count -> counts.put(new Key(target, count.at()), count.outlets()));
    }

    private void put(Collection<TargetName> targets, List<Count> all) {
        var names = new HashMap<String, List<String>>();
        for (var target : targets) {
            names.computeIfAbsent(OutletDays.name(target), n -> new ArrayList<>())
                    .add(target.text());
        }
        for (var count : all) {
            for (var target : names.getOrDefault(count.target(), List.of())) {
                counts.put(new Key(target, count.at()), count.outlets());
            }
        }
    }
}
