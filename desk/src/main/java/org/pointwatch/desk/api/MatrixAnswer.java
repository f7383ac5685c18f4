// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.Target;

@Says("Points by actors: how often both stand in one sentence.")
record MatrixAnswer(
        @Nullable Instant asOf,
        Instant from,
        Instant to,
        @Says("Targets, in dossier order.") List<String> points,
        @Says("Targets, in dossier order.") List<String> actors,
        @Says("Those that have articles.") List<Cell> cells)
        implements Listing {

    record Cell(
            String point,
            String actor,
            long articles,
            long stories,
            long copies,
            long updates,
            long outlets,
            Tones sentiment) {}

    private record Pair(String target, long outlets) {}

    private static final String OUTLETS =
            """
            WITH p AS MATERIALIZED (
                SELECT article, sentence_no, target_id, outlet FROM mentions
                WHERE target_kind = 'point' AND target_id = ANY (?) AND event_time >= ? AND event_time < ?),
            a AS MATERIALIZED (
                SELECT DISTINCT article, sentence_no, target_id FROM mentions
                WHERE target_kind = 'actor' AND target_id = ANY (?) AND event_time >= ? AND event_time < ?)
            SELECT target, count(*) AS outlets
            FROM (SELECT DISTINCT 'pair:' || p.target_id || '|' || a.target_id AS target, p.outlet
                  FROM p JOIN a USING (article, sentence_no)) pairs
            GROUP BY 1
            """;

    @Override
    @com.fasterxml.jackson.annotation.JsonIgnore
    public List<Cell> rows() {
        return cells;
    }

    @Override
    @com.fasterxml.jackson.annotation.JsonIgnore
    public @Nullable String next() {
        return null;
    }

    static MatrixAnswer of(Call call, List<String> points, List<String> actors) throws SQLException {
        var span = call.asked().span(call.stamp().asOf());
        var pairs = new ArrayList<String>();
        points.forEach(p -> actors.forEach(a -> pairs.add(Target.pair(p, a))));
        var sums = CoverageSums.totals(call.tables(), pairs, span);
        var outlets = outlets(call.tables(), points, actors, span);
        var cells = new ArrayList<Cell>();
        for (var point : points) {
            for (var actor : actors) {
                var pair = Target.pair(point, actor);
                var counts = sums.get(pair);
                if (counts != null) {
                    cells.add(cell(point, actor, counts, outlets.getOrDefault(pair, 0L)));
                }
            }
        }
        return new MatrixAnswer(
                call.stamp().asOf(),
                span.from(),
                span.to(),
                points.stream().map(Target::point).toList(),
                actors.stream().map(Target::actor).toList(),
                cells);
    }

    private static Cell cell(String point, String actor, Counts counts, long outlets) {
        return new Cell(
                Target.point(point),
                Target.actor(actor),
                counts.articles(),
                counts.stories(),
                counts.copies(),
                counts.updates(),
                outlets,
                Tones.of(counts));
    }

    private static Map<String, Long> outlets(Connection tables, List<String> points, List<String> actors, Span span)
            throws SQLException {
        var select = new Select(OUTLETS, points, span.from(), span.to(), actors, span.from(), span.to());
        var found = new HashMap<String, Long>();
        List<Pair> pairs = select.rows(tables, row -> new Pair(row.getString("target"), row.getLong("outlets")));
        pairs.forEach(pair -> found.put(pair.target(), pair.outlets()));
        return found;
    }
}
