// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.util.Collection;
import java.util.List;

/** Which outlets were seen to tell of a target in which step, from what was found in the articles. */
final class OutletSeen {
    private static final String WHOLE =
            """
            SELECT target, NULL::timestamptz AS at, count(*) AS outlets
            FROM (SELECT DISTINCT target, outlet FROM seen) whole GROUP BY 1
            """;
    private static final String STEPS = "UNION ALL SELECT target, at, count(*) FROM seen GROUP BY 1, 2";

    private OutletSeen() {}

    /** Columns target, at and outlets; at is null for the whole span, which alone is counted without steps. */
    static Select of(Collection<TargetName> targets, Span span, String step, boolean steps) {
        var seen = seen(targets, List.of(span), step);
        return steps
                ? new Select("WITH seen AS MATERIALIZED (SELECT DISTINCT * FROM")
                        .in(seen)
                        .add("found)\n" + WHOLE + STEPS)
                : new Select("WITH seen AS").in(seen).add(WHOLE);
    }

    /** Columns target, at and outlet, some of them more than once; of targets without facets, by their names in {@code outlet_days}. */
    static Select seen(Collection<TargetName> targets, List<Span> spans, String step) {
        var all = new Select("SELECT NULL::text AS target, NULL::timestamptz AS at, NULL::text AS outlet WHERE false");
        for (var span : spans) {
            single(all, of("point", targets), span, step);
            single(all, of("actor", targets), span, step);
            pairs(all, of("pair", targets), span, step);
            if (!of("plan", targets).isEmpty()) {
                all.add("UNION ALL SELECT 'plan', " + Span.STEP.formatted("m.event_time") + ", m.outlet FROM", step)
                        .in(About.articles(List.of(), span))
                        .add("m");
            }
            if (!of("all", targets).isEmpty()) {
                add(all, "'all'", "findings m", span, step);
            }
        }
        return all;
    }

    private static List<TargetName> of(String kind, Collection<TargetName> targets) {
        return targets.stream().filter(t -> t.kind().equals(kind)).toList();
    }

    private static Select add(Select select, String target, String from, Span span, String step) {
        return select.add(
                "UNION ALL SELECT " + target + ", " + Span.STEP.formatted("m.event_time") + ", m.outlet FROM " + from
                        + " WHERE m.event_time >= ? AND m.event_time < ?",
                step,
                span.from(),
                span.to());
    }

    private static void single(Select select, List<TargetName> targets, Span span, String step) {
        if (!targets.isEmpty()) {
            add(select, "m.target_kind || ':' || m.target_id", "mentions m", span, step)
                    .add(
                            "AND m.target_kind = ? AND m.target_id = ANY (?)",
                            targets.get(0).kind(),
                            targets.stream().map(TargetName::id).distinct().toList());
        }
    }

    private static void pairs(Select select, List<TargetName> pairs, Span span, String step) {
        if (pairs.isEmpty()) {
            return;
        }
        var points = pairs.stream().map(TargetName::id).distinct().toList();
        var actors =
                pairs.stream().map(p -> String.valueOf(p.actor())).distinct().toList();
        select.add(
                        """
                        UNION ALL SELECT target, at, outlet FROM (
                            SELECT 'pair:' || p.target_id || '|' || a.target_id AS target, %s AS at, p.outlet
                            FROM (SELECT * FROM mentions WHERE target_kind = 'point' AND target_id = ANY (?)
                                  AND event_time >= ? AND event_time < ?) p
                            JOIN (SELECT * FROM mentions WHERE target_kind = 'actor' AND target_id = ANY (?)
                                  AND event_time >= ? AND event_time < ?) a
                                ON a.article = p.article AND a.sentence_no = p.sentence_no AND a.event_time = p.event_time) found
                        """
                                .formatted(Span.STEP.formatted("p.event_time")),
                        step,
                        points,
                        span.from(),
                        span.to(),
                        actors,
                        span.from(),
                        span.to())
                .addIf(
                        pairs.size() < points.size() * actors.size(),
                        "WHERE target = ANY (?)",
                        pairs.stream().map(TargetName::text).toList());
    }

    /** Columns target, at and outlets, as {@link #of}, of one facet. */
    static Select facet(TargetName target, Span span, String step) {
        var all = target.kind().equals("all");
        var select = new Select(
                "SELECT DISTINCT ?::text AS target, " + Span.STEP.formatted("x.event_time") + " AS at, x.outlet",
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
        var by = target.language() == null ? "outlet_group = ?" : "language = ?";
        var value = target.language() == null ? target.group() : target.language();
        select.add(
                all
                        ? "AND x." + by
                        : "AND EXISTS (SELECT FROM findings f WHERE f.article = x.article AND f." + by + ")",
                value);
        return new Select("WITH seen AS MATERIALIZED").in(select).add(WHOLE).add(STEPS);
    }
}
