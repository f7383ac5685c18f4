// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.api.Tables;
import org.pointwatch.desk.feed.AlertEntry;
import org.pointwatch.desk.feed.AlertRow;
import org.pointwatch.desk.feed.DeadlineRow;
import org.pointwatch.desk.feed.FeedFilter;
import org.pointwatch.wire.record.Deadline;

/** Deadlines and alerts as PostgreSQL has them; one connection a question. */
final class FeedBook {
    static final int MOST_DEADLINES = 500;
    static final int MOST_ALERTS = 200;

    private static final String DEADLINES = "SELECT " + DeadlineRow.COLUMNS
            + """
              FROM deadlines
              WHERE (cardinality(?::text[]) = 0 OR status = ANY (?))
                AND (cardinality(?::jsonb[]) = 0 OR points @> ANY (?::jsonb[]))
                AND (cardinality(?::jsonb[]) = 0 OR actors @> ANY (?::jsonb[]))
              ORDER BY last_seen DESC, id
              LIMIT
              """
            + MOST_DEADLINES;

    /** With its story as it stands now, and when it was escalated last, also by an alert that the filter leaves out. */
    private static final String ALERTS =
            """
            WITH RECURSIVE newest AS (
                SELECT * FROM alerts
                WHERE (cardinality(?::text[]) = 0 OR kind = ANY (?))
                  AND (cardinality(?::text[]) = 0 OR EXISTS (
                      SELECT FROM unnest(?::text[]) AS p WHERE target = 'point:' || p
                          OR starts_with(target, 'point:' || p || '/') OR starts_with(target, 'pair:' || p || '|')))
                  AND (cardinality(?::text[]) = 0 OR EXISTS (
                      SELECT FROM unnest(?::text[]) AS a WHERE target = 'actor:' || a
                          OR starts_with(target, 'actor:' || a || '/') OR starts_with(target, 'pair:')
                             AND split_part(split_part(target, '|', 2), '/', 1) = a))
                ORDER BY at DESC, id
                LIMIT %d),
            later (of, id, at) AS (
                SELECT n.id, a.id, a.at FROM newest n JOIN alerts a ON a.escalates = n.id
                UNION
                SELECT l.of, a.id, a.at FROM later l JOIN alerts a ON a.escalates = l.id)
            SELECT n.id, n.dossier, n.kind, n.target, n.at, n.why, n.evidence, v.story, n.escalates, v.url,
                   (SELECT max(l.at) FROM later l WHERE l.of = n.id) AS escalated
            FROM newest n
            JOIN alerts_in_stories v ON v.id = n.id
            ORDER BY n.at DESC, n.id
            """
                    .formatted(MOST_ALERTS);

    /**
     * When the sink wrote last, but never a time at which another of its transactions may still be under way: a reader who
     * was told that time would be told of nothing that became visible after it.
     */
    private static final String MODIFIED =
            """
            SELECT least(date_trunc('second', max(advanced_at)),
                         date_trunc('second', clock_timestamp()) - interval '30 seconds')
            FROM ingest_offset WHERE table_name = ?
            HAVING max(advanced_at) IS NOT NULL
            """;

    private final Tables tables;

    FeedBook(Tables tables) {
        this.tables = tables;
    }

    /** @param modified when its table changed last, null if the sink never wrote to it */
    record Found<T>(List<T> entries, @Nullable Instant modified) {}

    /** Those last spoken of first. */
    Found<Deadline> deadlines(FeedFilter filter) throws SQLException {
        try (var connection = tables.open();
                var statement = connection.prepareStatement(DEADLINES)) {
            ask(statement, 1, texts(connection, filter.kinds()));
            ask(statement, 3, jsons(connection, filter.points()));
            ask(statement, 5, jsons(connection, filter.actors()));
            var found = new ArrayList<Deadline>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(DeadlineRow.read(rows));
                }
            }
            return new Found<>(found, modified(connection, "deadlines"));
        }
    }

    /** The newest first. */
    Found<AlertEntry> alerts(FeedFilter filter) throws SQLException {
        try (var connection = tables.open();
                var statement = connection.prepareStatement(ALERTS)) {
            ask(statement, 1, texts(connection, filter.kinds()));
            ask(statement, 3, texts(connection, filter.points()));
            ask(statement, 5, texts(connection, filter.actors()));
            var found = new ArrayList<AlertEntry>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(AlertRow.read(rows));
                }
            }
            return new Found<>(found, modified(connection, "alerts"));
        }
    }

    private static void ask(PreparedStatement statement, int first, Array values) throws SQLException {
        statement.setArray(first, values);
        statement.setArray(first + 1, values);
    }

    private static Array texts(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    /** Each as a list of one, which a list holds or does not. */
    private static Array jsons(Connection connection, Collection<String> ids) throws SQLException {
        return connection.createArrayOf(
                "text", ids.stream().map(id -> "[\"" + id + "\"]").toArray());
    }

    private static @Nullable Instant modified(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement(MODIFIED)) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getObject(1, OffsetDateTime.class).toInstant() : null;
            }
        }
    }
}
