// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        var pairs = new ArrayList<TargetName>();
        points.forEach(p -> actors.forEach(a -> pairs.add(pair(p, a))));
        var sums = CoverageSums.totals(
                call.tables(), pairs.stream().map(TargetName::text).toList(), span);
        var outlets = OutletCounts.totals(call.tables(), pairs, span);
        var cells = new ArrayList<Cell>();
        for (var point : points) {
            for (var actor : actors) {
                var pair = Target.pair(point, actor);
                var counts = sums.get(pair);
                if (counts != null) {
                    cells.add(cell(point, actor, counts, outlets.of(pair, null)));
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

    private static TargetName pair(String point, String actor) {
        return new TargetName(Target.pair(point, actor), "pair", point, actor, null, null);
    }
}
