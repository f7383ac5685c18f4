// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.StoryCard;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.record.Deadline;

@Says("The deadlines of the negotiation, those last spoken of first.")
record DeadlinesAnswer(@Nullable Instant asOf, List<Row> rows, @Nullable String next) implements Listing {
    /** Of the open ones first, then those that are over; what was merged into another one only where it is asked for. */
    static final List<String> STATUSES = List.of("set", "repeated", "moved", "softened", "denied", "passed", "merged");

    record Row(
            String id,
            @Says("ISO local date of the last day, or date-time with offset where an hour is known.") @Nullable
                    String due,
            @Says("The first moment after it.") @Nullable Instant endsAt,
            @Says("hour, day, week or month.") String precision,
            String status,
            List<String> points,
            List<String> actors,
            @Nullable String setBy,
            @Nullable String bound,
            @Says("Originals and rewrites that mention it.") long stories,
            Instant firstSeen,
            Instant lastSeen,
            @Nullable Evidence evidence,
            @Says("Changes of status, oldest first.") List<Change> history,
            @Says("The deadline that took over, for a merged one.") @Nullable String mergedInto,
            @Says("Of the stories that set and changed it, as they stand now; null while none is stored.") @Nullable
                    Told told) {

        Row with(@Nullable Told found) {
            return new Row(
                    id,
                    due,
                    endsAt,
                    precision,
                    status,
                    points,
                    actors,
                    setBy,
                    bound,
                    stories,
                    firstSeen,
                    lastSeen,
                    evidence,
                    history,
                    mergedInto,
                    found);
        }

        /** The articles that made its changes. */
        private Stream<Told.Part> parts() {
            var best = evidence == null ? Stream.<@Nullable String>empty() : Stream.of(evidence.article());
            return Stream.concat(best, history.stream().map(Change::article))
                    .filter(Objects::nonNull)
                    .map(article -> new Told.Part(id, String.valueOf(article)));
        }
    }

    record Evidence(
            String sentence,
            @Nullable String article,
            @Nullable String outlet,
            @Nullable String title,
            @Nullable String url) {}

    record Change(
            Instant at,
            String status,
            @Nullable String due,
            @Says("Null where time did it.") @Nullable String article,
            @Says("Actor id of who said so.") @Nullable String by,
            @Nullable String evidence) {}

    static final String SQL =
            """
            SELECT d.id, d.due, d.ends_at, d."precision", d.status, d.points, d.actors, d.set_by, d.bound, d.stories,
                   d.first_seen, d.last_seen, d.evidence, d.evidence_article, d.history, d.merged_into, f.outlet, f.title, f.url
            FROM deadlines d LEFT JOIN findings f ON f.article = d.evidence_article
            WHERE d.status = ANY (?)
            """;

    static DeadlinesAnswer of(Call call) throws SQLException {
        var asked = call.asked();
        var statuses = asked.all("status");
        var select = new Select(SQL, statuses.isEmpty() ? STATUSES.subList(0, STATUSES.size() - 1) : statuses);
        anyOf(select, "points", asked.all("point"));
        anyOf(select, "actors", asked.all("actor"));
        var last = asked.cursor(2);
        if (last != null) {
            var at = Keys.time(last.get(0));
            select.add("AND d.last_seen <= ? AND (d.last_seen < ? OR d.id > ?)", at, at, last.get(1));
        }
        var limit = asked.limit();
        select.add("ORDER BY d.last_seen DESC, d.id LIMIT ?", limit + 1);
        var rows = select.rows(call.tables(), DeadlinesAnswer::row);
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var end = page.isEmpty() ? null : page.get(page.size() - 1);
        var next = rows.size() > limit && end != null ? Cursor.write(end.lastSeen(), end.id()) : null;
        return new DeadlinesAnswer(call.stamp().asOf(), told(call.tables(), page), next);
    }

    /** The same with how far they went. */
    static List<Row> told(Connection tables, List<Row> rows) throws SQLException {
        var told = Told.of(tables, rows.stream().flatMap(Row::parts).toList());
        return rows.stream().map(row -> row.with(told.get(row.id()))).toList();
    }

    private static void anyOf(Select select, String column, List<String> ids) {
        if (!ids.isEmpty()) {
            select.add(
                    "AND d." + column + " @> ANY (?::jsonb[])",
                    ids.stream().map(id -> "[\"" + id + "\"]").toList());
        }
    }

    static Row row(ResultSet row) throws SQLException {
        var sentence = row.getString("evidence");
        return new Row(
                row.getString("id"),
                row.getString("due"),
                Select.time(row, "ends_at"),
                row.getString("precision"),
                row.getString("status"),
                list(row, "points", String.class),
                list(row, "actors", String.class),
                row.getString("set_by"),
                row.getString("bound"),
                row.getLong("stories"),
                Select.at(row, "first_seen"),
                Select.at(row, "last_seen"),
                sentence == null
                        ? null
                        : new Evidence(
                                sentence,
                                row.getString("evidence_article"),
                                row.getString("outlet"),
                                row.getString("title"),
                                StoryCard.link(row.getString("url"))),
                list(row, "history", Deadline.Change.class).stream()
                        .map(c -> new Change(c.at(), c.status(), c.due(), c.article(), c.by(), c.evidence()))
                        .toList(),
                row.getString("merged_into"),
                null);
    }

    private static <T> List<T> list(ResultSet row, String column, Class<T> of) throws SQLException {
        return Json.MAPPER.readerForListOf(of).readValue(row.getString(column));
    }
}
