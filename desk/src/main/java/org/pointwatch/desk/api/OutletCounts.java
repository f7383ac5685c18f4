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

/** Distinct outlets, counted again for whatever they are told for: from what was found in the articles, never from sums. */
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
        var single = new ArrayList<TargetName>();
        for (var target : targets) {
            if (isSingle(target)) {
                single.add(target);
            } else {
                found.put(tables, outletsOf(target, span, step));
            }
        }
        if (!single.isEmpty()) {
            found.put(tables, outletsOf(single, span, step));
        }
        return found;
    }

    private static boolean isSingle(TargetName target) {
        return !target.isFacet()
                && (target.kind().equals("point") || target.kind().equals("actor"));
    }

    private void put(Connection tables, Select seen) throws SQLException {
        var select = new Select("WITH seen AS MATERIALIZED")
                .in(seen)
                .add(
                        """
                SELECT coalesce(kind || ':', '') || id AS target, at, count(*) AS outlets FROM seen GROUP BY kind, id, at
                UNION ALL SELECT coalesce(kind || ':', '') || id, NULL, count(*)
                FROM (SELECT DISTINCT kind, id, outlet FROM seen) whole GROUP BY kind, id
                """);
        List<Count> all = select.rows(
                tables, row -> new Count(row.getString("target"), Select.time(row, "at"), row.getLong("outlets")));
        all.forEach(count -> counts.put(new Key(count.target(), count.at()), count.outlets()));
    }

    private static Select outletsOf(List<TargetName> single, Span span, String step) {
        return new Select(
                        "SELECT DISTINCT m.target_kind AS kind, m.target_id AS id,"
                                + " date_trunc(?, m.event_time, 'UTC') AS at, m.outlet FROM mentions m",
                        step)
                .add(
                        "JOIN (SELECT unnest(?::text[]) AS kind, unnest(?::text[]) AS id) t"
                                + " ON m.target_kind = t.kind AND m.target_id = t.id",
                        single.stream().map(TargetName::kind).toList(),
                        single.stream().map(TargetName::id).toList())
                .add("WHERE m.event_time >= ? AND m.event_time < ?", span.from(), span.to());
    }

    /** A plan's are those of all mentions: one database follows one dossier. */
    private static Select outletsOf(TargetName target, Span span, String step) {
        var all = target.kind().equals("all");
        var select = new Select(
                "SELECT DISTINCT NULL::text AS kind, ?::text AS id, date_trunc(?, x.event_time, 'UTC') AS at, x.outlet",
                target.text(),
                step);
        select.add(all ? "FROM findings x" : "FROM mentions x");
        select.add("WHERE x.event_time >= ? AND x.event_time < ?", span.from(), span.to());
        switch (target.kind()) {
            case "all", "plan" -> {}
            case "pair" ->
                select.add("AND x.target_kind = 'point' AND x.target_id = ?", target.id())
                        .add(
                                "AND EXISTS (SELECT FROM mentions a WHERE a.article = x.article AND a.event_time = x.event_time"
                                        + " AND a.sentence_no = x.sentence_no AND a.target_kind = 'actor' AND a.target_id = ?)",
                                target.actor());
            default -> select.add("AND x.target_kind = ? AND x.target_id = ?", target.kind(), target.id());
        }
        return facet(select, target, all);
    }

    private static Select facet(Select select, TargetName target, boolean findings) {
        if (!target.isFacet()) {
            return select;
        }
        var by = target.language() == null ? "outlet_group = ?" : "language = ?";
        var value = target.language() == null ? target.group() : target.language();
        return findings
                ? select.add("AND x." + by, value)
                : select.add("AND EXISTS (SELECT FROM findings f WHERE f.article = x.article AND f." + by + ")", value);
    }
}
