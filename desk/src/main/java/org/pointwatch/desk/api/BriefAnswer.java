// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.DossierSheet;
import org.pointwatch.domain.ledger.Counts;

@Says("The state of the plan at a time, and what changed since an earlier one, as far as it is known now.")
record BriefAnswer(
        @Nullable Instant asOf,
        @Says("In whole quarters of an hour, exclusive.") Instant at,
        Instant since,
        String title,
        @Nullable String version,
        @Says("Of the dossier: all points and actors together.") Change total,
        @Says("In dossier order.") List<Point> points,
        @Says("First spoken of since then.") List<DeadlinesAnswer.Row> newDeadlines,
        @Says("Moved, softened, denied or passed since then.") List<DeadlinesAnswer.Row> changedDeadlines,
        @Says("Open ones, the next first.") List<DeadlinesAnswer.Row> openDeadlines,
        @Says("Stances first told since then.") List<Stance> stances,
        @Says("Newest first, at most 50.") List<AlertsAnswer.Row> alerts,
        @Says("Values that others stand against, told since then.") List<FiguresAnswer.Row> figures,
        @Says("The most copied, then the last spoken of.") List<StoriesAnswer.Row> stories)
        implements Listing {

    /** For CSV and JSON Lines. */
    @Override
    @com.fasterxml.jackson.annotation.JsonIgnore
    public List<Point> rows() {
        return points;
    }

    @Override
    @com.fasterxml.jackson.annotation.JsonIgnore
    public @Nullable String next() {
        return null;
    }

    record Change(
            Tally now,
            @Says("Over a span of the same length before.") Tally before,
            @Says("now - before.") long stories,
            @Says("now - before.") long articles) {
        static Change of(Counts now, long outlets, Counts before, long outletsBefore) {
            return new Change(
                    Tally.of(now, outlets),
                    Tally.of(before, outletsBefore),
                    now.stories() - before.stories(),
                    now.articles() - before.articles());
        }
    }

    record Point(
            String target,
            String title,
            @Nullable String number,
            Change change,
            @Says("Address of the evidence, on this desk.") String evidence) {}

    record Stance(
            String actor,
            String point,
            @Says("support, oppose or conditional.") String stance,
            @Says("What it was before, null if nothing was told.") @Nullable String before,
            Instant at,
            @Nullable String quotation,
            @Nullable String article,
            @Nullable String outlet) {}

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_ALERTS = 50;
    private static final int MOST_STORIES = 10;
    private static final String STANCES =
            """
            SELECT c.actor, c.point, c.stance, c.at, c.quotation, c.article, c.outlet,
                   (SELECT b.stance FROM stance_changes b WHERE b.actor = c.actor AND b.point = c.point AND b.n < c.n
                    ORDER BY b.n DESC LIMIT 1) AS before
            FROM stance_changes c WHERE c.at >= ? AND c.at < ? ORDER BY c.at DESC, c.actor, c.point LIMIT 100
            """;

    /** @param titles what people call a target */
    static BriefAnswer of(Call call, @Nullable DossierSheet sheet, UnaryOperator<String> titles) throws SQLException {
        var end = call.asked().time("at");
        var until = Span.of(null, end, call.stamp().asOf()).to();
        var from = call.asked().time("since");
        var span = Span.of(
                from == null ? until.minus(DAY) : from, until, call.stamp().asOf());
        var tables = call.tables();
        var deadlines = BriefDeadlines.of(tables, span);
        var counted = Counted.of(tables, sheet, span);
        return new BriefAnswer(
                call.stamp().asOf(),
                span.to(),
                span.from(),
                sheet == null ? "" : sheet.title(),
                sheet == null ? null : sheet.version(),
                counted.change(sheet == null ? "all" : "plan:" + sheet.id()),
                points(sheet, counted, span),
                deadlines.added(),
                deadlines.changed(),
                deadlines.open(),
                stances(tables, span),
                AlertsAnswer.between(call, span, MOST_ALERTS, titles),
                FiguresAnswer.rows(call, span, List.of()).stream()
                        .filter(FiguresAnswer.Row::contested)
                        .toList(),
                stories(tables, span));
    }

    private record Counted(
            Map<String, Counts> now, Map<String, Counts> before, OutletCounts outlets, OutletCounts outletsBefore) {
        static Counted of(Connection tables, @Nullable DossierSheet sheet, Span span) throws SQLException {
            var targets = new ArrayList<TargetName>();
            targets.add(target(sheet == null ? "all" : "plan:" + sheet.id()));
            if (sheet != null) {
                sheet.points().forEach(p -> targets.add(target(p.target())));
            }
            var names = targets.stream().map(TargetName::text).toList();
            return new Counted(
                    CoverageSums.totals(tables, names, span),
                    CoverageSums.totals(tables, names, span.before()),
                    OutletCounts.totals(tables, targets, span),
                    OutletCounts.totals(tables, targets, span.before()));
        }

        private static TargetName target(String text) {
            var target = TargetName.read(text);
            return target == null ? new TargetName(text, "point", text, null, null, null) : target;
        }

        Change change(String target) {
            return Change.of(
                    now.getOrDefault(target, Counts.ZERO),
                    outlets.of(target, null),
                    before.getOrDefault(target, Counts.ZERO),
                    outletsBefore.of(target, null));
        }
    }

    private static List<Point> points(@Nullable DossierSheet sheet, Counted counted, Span span) {
        return sheet == null
                ? List.of()
                : sheet.points().stream()
                        .map(p -> new Point(
                                p.target(),
                                p.title(),
                                p.number(),
                                counted.change(p.target()),
                                "/points/" + p.id() + "?from=" + span.from() + "&to=" + span.to()))
                        .toList();
    }

    /** None where the sink is of a time before stances. */
    private static List<Stance> stances(Connection tables, Span span) throws SQLException {
        var there =
                new Select("SELECT to_regclass('stance_changes') IS NOT NULL").rows(tables, row -> row.getBoolean(1));
        if (!there.get(0)) {
            return List.of();
        }
        return new Select(STANCES, span.from(), span.to())
                .rows(
                        tables,
                        row -> new Stance(
                                row.getString("actor"),
                                row.getString("point"),
                                row.getString("stance"),
                                row.getString("before"),
                                Select.at(row, "at"),
                                row.getString("quotation"),
                                row.getString("article"),
                                row.getString("outlet")));
    }

    /** Where too few were copied, the latest fill the list. */
    private static List<StoriesAnswer.Row> stories(Connection tables, Span span) throws SQLException {
        var all = new ArrayList<>(StoriesAnswer.rows(tables, List.of(), span, "copies", null, MOST_STORIES));
        if (all.size() < MOST_STORIES) {
            var known = all.stream().map(StoriesAnswer.Row::story).toList();
            StoriesAnswer.rows(tables, List.of(), span, "last", null, MOST_STORIES * 2).stream()
                    .filter(row -> !known.contains(row.story()))
                    .limit(MOST_STORIES - all.size())
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }
}
