// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
            @Says("The deadline that took over, for a merged one.") @Nullable String mergedInto) {}

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
        return new DeadlinesAnswer(call.stamp().asOf(), page, next);
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
                row.getString("merged_into"));
    }

    private static <T> List<T> list(ResultSet row, String column, Class<T> of) throws SQLException {
        return Json.MAPPER.readerForListOf(of).readValue(row.getString(column));
    }
}
