// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.DeskDatabase;
import org.pointwatch.desk.feed.AlertRow;

/** The tables of {@code V9__deliveries.sql}, in short connections; every method is one transaction. */
final class Outbox {
    /** So long after it was claimed, what nobody said the end of may be tried by others. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration KEPT = Duration.ofDays(60);

    private static final String OPEN =
            """
            INSERT INTO alert_destinations (name, kinds, targets, seen_at, closed) VALUES (?, ?, ?, greatest(?, now()), NULL)
            ON CONFLICT (name) DO UPDATE SET kinds = excluded.kinds, targets = excluded.targets, seen_at = excluded.seen_at,
                                             closed = CASE WHEN ? THEN NULL ELSE alert_destinations.closed END
            """;
    private static final String LATE =
            """
            UPDATE alert_deliveries d SET state = 'late', ended_at = ?
            WHERE destination = ? AND state = 'waiting' AND attempts = 0
              AND NOT EXISTS (SELECT FROM alerts a WHERE a.id = d.alert AND a.at >= ?)
            """;
    private static final String CLAIM =
            """
            WITH due AS (
                SELECT destination, alert FROM alert_deliveries
                WHERE destination = ? AND state = 'waiting' AND next_at <= ? AND queued_at < ?
                ORDER BY next_at, alert LIMIT ? FOR UPDATE SKIP LOCKED),
            claimed AS (
                UPDATE alert_deliveries d SET attempts = d.attempts + 1, next_at = ?
                FROM due WHERE d.destination = due.destination AND d.alert = due.alert
                RETURNING d.alert, d.attempts)
            SELECT c.alert, c.attempts, v.*, NULL::timestamptz AS escalated
            FROM claimed c LEFT JOIN alerts_in_stories v ON v.id = c.alert
            ORDER BY v.at, c.alert
            """;
    private static final String END =
            "UPDATE alert_deliveries SET state = ?, answer = ?, ended_at = ? WHERE destination = ? AND alert = ANY (?)";
    private static final String AGAIN =
            "UPDATE alert_deliveries SET answer = ?, next_at = ? WHERE destination = ? AND alert = ANY (?)";
    private static final String WAITING =
            "SELECT count(*) FROM alert_deliveries WHERE destination = ? AND state = 'waiting'";
    private static final String CLOSE = "UPDATE alert_destinations SET closed = ? WHERE name = ?";
    private static final String FORGET = "DELETE FROM alert_deliveries WHERE state <> 'waiting' AND ended_at < ?";

    private final DeskDatabase database;
    private final @Nullable String desk;

    /** @param desk its address, with a slash at its end; null where none is known */
    Outbox(DeskDatabase database, @Nullable String desk) {
        this.database = database;
        this.desk = desk;
    }

    /**
     * What is to be sent now.
     *
     * @param attempts with this one
     * @param notice null if the alert is not kept any more
     */
    record Claimed(String alert, int attempts, @Nullable Notice notice) {}

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("socketTimeout", "15");
        properties.setProperty("options", "-c statement_timeout=10000");
        properties.setProperty("ApplicationName", "pointwatch-deliveries");
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), properties)) {
            connection.setAutoCommit(false);
            var result = work.in(connection);
            connection.commit();
            return result;
        }
    }

    /**
     * Has alerts queued for a destination from now on.
     *
     * @param again whether one that was closed is to be tried again
     */
    void open(Destination destination, Instant now, boolean again) throws SQLException {
        transaction(connection -> {
            try (var statement = connection.prepareStatement(OPEN)) {
                var wish = destination.wish();
                statement.setString(1, destination.name());
                statement.setArray(2, texts(connection, wish.kindsAsked()));
                statement.setArray(3, texts(connection, wish.patterns()));
                time(statement, 4, now);
                statement.setBoolean(5, again);
                return statement.executeUpdate();
            }
        });
    }

    /** Gives up what became too old before it was tried; returns how many. */
    int late(String destination, Instant now, Instant oldest) throws SQLException {
        return transaction(connection -> {
            try (var statement = connection.prepareStatement(LATE)) {
                time(statement, 1, now);
                statement.setString(2, destination);
                time(statement, 3, oldest);
                return statement.executeUpdate();
            }
        });
    }

    /** @param queuedBefore leaves out what came later */
    List<Claimed> claim(String destination, Instant now, Instant queuedBefore, int most) throws SQLException {
        return transaction(connection -> {
            try (var statement = connection.prepareStatement(CLAIM)) {
                statement.setString(1, destination);
                time(statement, 2, now);
                time(statement, 3, queuedBefore);
                statement.setInt(4, most);
                time(statement, 5, now.plus(LEASE));
                var claimed = new ArrayList<Claimed>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        claimed.add(claimed(rows));
                    }
                }
                return claimed;
            }
        });
    }

    private Claimed claimed(ResultSet row) throws SQLException {
        var notice = row.getString("id") == null
                ? null
                : new Notice(AlertRow.read(row), row.getString("outlet"), row.getString("title"), desk);
        return new Claimed(row.getString("alert"), row.getInt("attempts"), notice);
    }

    void end(String destination, List<String> alerts, String state, String answer, Instant now) throws SQLException {
        transaction(connection -> {
            try (var statement = connection.prepareStatement(END)) {
                statement.setString(1, state);
                statement.setString(2, answer);
                time(statement, 3, now);
                statement.setString(4, destination);
                statement.setArray(5, texts(connection, alerts.toArray()));
                return statement.executeUpdate();
            }
        });
    }

    void again(String destination, List<String> alerts, String answer, Instant next) throws SQLException {
        transaction(connection -> {
            try (var statement = connection.prepareStatement(AGAIN)) {
                statement.setString(1, answer);
                time(statement, 2, next);
                statement.setString(3, destination);
                statement.setArray(4, texts(connection, alerts.toArray()));
                return statement.executeUpdate();
            }
        });
    }

    void close(String destination, String why) throws SQLException {
        transaction(connection -> {
            try (var statement = connection.prepareStatement(CLOSE)) {
                statement.setString(1, why);
                statement.setString(2, destination);
                return statement.executeUpdate();
            }
        });
    }

    long waiting(String destination) throws SQLException {
        return transaction(connection -> {
            try (var statement = connection.prepareStatement(WAITING)) {
                statement.setString(1, destination);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    /** Rows that have been done for long. */
    int forget(Instant now) throws SQLException {
        return transaction(connection -> {
            try (var statement = connection.prepareStatement(FORGET)) {
                time(statement, 1, now.minus(KEPT));
                return statement.executeUpdate();
            }
        });
    }

    private static @Nullable Array texts(Connection connection, Object @Nullable [] values) throws SQLException {
        return values == null ? null : connection.createArrayOf("text", values);
    }

    private static void time(PreparedStatement statement, int at, Instant time) throws SQLException {
        statement.setObject(at, time.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
