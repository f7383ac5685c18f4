// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.StoryCard;
import org.pointwatch.domain.stance.Position;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.record.Stance;

@Says("Where actors stand on points, by attributed statements alone; those last told first.")
record StancesAnswer(@Nullable Instant asOf, List<Row> rows, @Nullable String next) implements Listing {
    static final List<String> STANCES =
            Stream.of(Position.values()).map(Position::label).toList();

    record Row(
            String actor,
            String point,
            @Says("support, oppose or conditional; unknown while no statement tells a position.") String stance,
            @Says("The words of the latest statement that tells one.") @Nullable String quotation,
            @Says("Who says so for the actor; null if nobody else does.") @Nullable String by,
            @Says("Event time of that statement.") Instant at,
            @Says("Of the first statement in the unbroken row that ends with it.") @Nullable Instant since,
            @Says("Statements in originals and rewrites that tell a position, each article once for each.") long n,
            Counts counts,
            @Says("Articles with any statement, copies and updates too.") long articles,
            @Says("Event time of the latest of them.") @Nullable Instant lastSeen,
            @Nullable String article,
            @Nullable String outlet,
            @Nullable String url,
            @Nullable String title,
            @Says("Earlier stances, oldest first.") List<Earlier> history,
            @Says("How many there were before these.") long collapsed) {}

    record Counts(long support, long oppose, long conditional, @Says("Not in n.") long unknown) {}

    record Earlier(
            @Says("Event time of the first statement in a row that says so.") Instant at,
            String stance,
            @Nullable String quotation,
            @Nullable String by,
            @Nullable String article,
            @Nullable String outlet) {}

    private static final String SQL =
            """
            SELECT s.*, f.url, f.title FROM stances s LEFT JOIN findings f ON f.article = s.article WHERE s.stance = ANY (?)
            """;

    static StancesAnswer of(Call call) throws SQLException {
        var asked = call.asked();
        var wanted = asked.all("stance");
        var points = asked.all("point");
        var actors = asked.all("actor");
        var select = new Select(SQL, wanted.isEmpty() ? STANCES : wanted)
                .addIf(!points.isEmpty(), "AND s.point = ANY (?)", points)
                .addIf(!actors.isEmpty(), "AND s.actor = ANY (?)", actors);
        var last = asked.cursor(3);
        if (last != null) {
            var at = Keys.time(last.get(0));
            select.add("AND (s.at < ? OR s.at = ? AND (s.actor, s.point) > (?, ?))", at, at, last.get(1), last.get(2));
        }
        var limit = asked.limit();
        select.add("ORDER BY s.at DESC, s.actor, s.point LIMIT ?", limit + 1);
        var rows = select.rows(call.tables(), StancesAnswer::row);
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var end = page.isEmpty() ? null : page.get(page.size() - 1);
        var next = rows.size() > limit && end != null ? Cursor.write(end.at(), end.actor(), end.point()) : null;
        return new StancesAnswer(call.stamp().asOf(), page, next);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("actor"),
                row.getString("point"),
                row.getString("stance"),
                row.getString("quotation"),
                row.getString("said_by"),
                Select.at(row, "at"),
                Select.time(row, "since"),
                row.getLong("n"),
                new Counts(
                        row.getLong("support"),
                        row.getLong("oppose"),
                        row.getLong("conditional"),
                        row.getLong("unknown")),
                row.getLong("articles"),
                Select.time(row, "last_seen"),
                row.getString("article"),
                row.getString("outlet"),
                StoryCard.link(row.getString("url")),
                row.getString("title"),
                history(row.getString("history")),
                row.getLong("collapsed"));
    }

    private static List<Earlier> history(String json) {
        List<Stance.Earlier> earlier =
                Json.MAPPER.readerForListOf(Stance.Earlier.class).readValue(json);
        return earlier.stream()
                .map(e -> new Earlier(e.at(), e.stance(), e.quotation(), e.by(), e.article(), e.outlet()))
                .toList();
    }
}
