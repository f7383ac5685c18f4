// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.StoryCard;

@Says("How each feed does: those that do not do well first.")
record FeedsAnswer(
        @Nullable Instant asOf,
        @Says("Healthy, and something new within three days of the newest poll; or not asked yet.") long alive,
        @Says("Healthy, and nothing new for three days.") long silent,
        long failing,
        @Says("Given up: the publisher says that it is gone.") long gone,
        List<Row> rows,
        @Nullable String next)
        implements Listing {

    record Row(
            @Says("Its address.") String feed,
            @Says("The address where a reader may follow it: http or https, else null.") @Nullable String url,
            String outlet,
            @Nullable String title,
            @Says("new, healthy, failing or gone.") String health,
            boolean silent,
            @Says("Why it is not healthy.") @Nullable String reason,
            @Nullable Instant lastPoll,
            @Says("Last time it answered something new.") @Nullable Instant lastChange,
            Instant nextPoll,
            @Says("Failed polls in a row.") long failures,
            long polls,
            @Says("Revisions ever published from it.") long articles,
            @Nullable String format) {}

    private record Counted(long alive, long silent, long failing, long gone) {}

    private static final String JUDGED =
            """
            SELECT feeds.*, CASE health WHEN 'gone' THEN 0 WHEN 'failing' THEN 1 WHEN 'healthy' THEN 3 ELSE 4 END AS kind,
                   coalesce(health = 'healthy' AND (last_change IS NULL OR last_change < newest.poll - interval '3 days'), false)
                       AS silent
            FROM feeds, (SELECT max(last_poll) AS poll FROM feeds) newest
            """;

    private static final String COUNTS = "SELECT count(*) FILTER (WHERE health IN ('healthy', 'new') AND NOT silent),"
            + " count(*) FILTER (WHERE silent), count(*) FILTER (WHERE health = 'failing'),"
            + " count(*) FILTER (WHERE health = 'gone') FROM (" + JUDGED + ") j";

    static FeedsAnswer of(Call call) throws SQLException {
        var asked = call.asked();
        var limit = asked.limit();
        var select = new Select("SELECT * FROM (SELECT j.*, CASE WHEN silent THEN 2 ELSE kind END AS place FROM ("
                        + JUDGED + ") j) p WHERE true")
                .addIf(!asked.all("health").isEmpty(), "AND health = ANY (?)", asked.all("health"));
        var last = asked.cursor(3);
        if (last != null) {
            select.add(
                    "AND (place, outlet, feed_hash) > (?, ?, ?)", Keys.number(last.get(0)), last.get(1), last.get(2));
        }
        select.add("ORDER BY place, outlet, feed_hash LIMIT ?", limit + 1);
        var rows = select.rows(call.tables(), FeedsAnswer::keyed);
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var next = rows.size() > limit ? page.get(page.size() - 1).cursor() : null;
        var counts = counts(call.tables());
        return new FeedsAnswer(
                call.stamp().asOf(),
                counts.alive(),
                counts.silent(),
                counts.failing(),
                counts.gone(),
                page.stream().map(Keyed::row).toList(),
                next);
    }

    private record Keyed(Row row, String cursor) {}

    private static Counted counts(Connection tables) throws SQLException {
        return new Select(COUNTS)
                .rows(tables, row -> new Counted(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .get(0);
    }

    static StatusAnswer.Feeds health(Connection tables) throws SQLException {
        var counts = counts(tables);
        return new StatusAnswer.Feeds(counts.alive(), counts.silent(), counts.failing(), counts.gone());
    }

    private static Keyed keyed(ResultSet row) throws SQLException {
        var found = new Row(
                row.getString("feed"),
                StoryCard.link(row.getString("feed")),
                row.getString("outlet"),
                row.getString("title"),
                row.getString("health"),
                row.getBoolean("silent"),
                row.getString("reason"),
                Select.time(row, "last_poll"),
                Select.time(row, "last_change"),
                Select.at(row, "next_poll"),
                row.getLong("failures"),
                row.getLong("polls"),
                row.getLong("articles"),
                row.getString("format"));
        return new Keyed(found, Cursor.write(row.getInt("place"), found.outlet(), row.getString("feed_hash")));
    }
}
