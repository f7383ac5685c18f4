// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows older than the retention go, a bounded piece between two batches: whole parts of {@code coverage} and {@code
 * mentions} first, then articles, the oldest first. One sink of a database does it at a time, and none waits for it:
 * what is in use is left for a later time.
 */
final class Retirement {
    static final int PIECE = 1_000;

    /** Larger parts are counted by the planner's estimate. */
    private static final long MOST_COUNTED = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Retirement.class);
    private static final Duration BETWEEN_PIECES = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);
    private static final Duration WHEN_BUSY = Duration.ofMinutes(1);
    private static final String ONE_AT_A_TIME =
            "SELECT pg_try_advisory_xact_lock(1347375192, hashtext(current_schema()))";
    private static final String LIMITS = "SET LOCAL lock_timeout = '500ms'; SET LOCAL statement_timeout = '5s'";

    private final Keep keep;
    private final Months months;
    private final SinkMeters meters;
    private final InstantSource clock;
    private final Map<String, Long> gone = new TreeMap<>();
    private Instant next = Instant.MIN;

    Retirement(Keep keep, Months months, SinkMeters meters, InstantSource clock) {
        this.keep = keep;
        this.months = months;
        this.meters = meters;
        this.clock = clock;
    }

    /** Retires a piece if it is time for one; the connection has no open transaction before or after. */
    void step(Connection connection) throws SQLException {
        if (keep.forGood() || clock.instant().isBefore(next)) {
            return;
        }
        try {
            next = clock.instant().plus(piece(connection) ? BETWEEN_PIECES : BETWEEN_LOOKS);
        } catch (SQLException e) {
            connection.rollback();
            if (!Trouble.isBusy(e)) {
                throw e;
            }
            next = clock.instant().plus(WHEN_BUSY);
            LOG.info("old rows are in use, retention goes on later: {}", e.getMessage());
        }
    }

    private boolean piece(Connection connection) throws SQLException {
        var since = keep.since();
        gone.clear();
        try (var statement = connection.createStatement()) {
            statement.execute(LIMITS);
            try (var ours = statement.executeQuery(ONE_AT_A_TIME)) {
                ours.next();
                if (!ours.getBoolean(1)) {
                    connection.rollback();
                    return false;
                }
            }
        }
        var any = dropMonth(connection, since)
                || articles(connection, since)
                || loose(connection, "outlet_days", "outlet_days", "day < (? AT TIME ZONE 'UTC')::date", since)
                || loose(connection, "coverage", "coverage_default", "bucket < ?", since)
                || loose(connection, "alerts", "alerts", "at < ?", since)
                || orphans(connection, "stories", since)
                || orphans(connection, "texts", since);
        connection.commit();
        gone.forEach(this::count);
        return any;
    }

    /** The names of parts end with year and month, so they sort by time. */
    private boolean dropMonth(Connection connection, YearMonth since) throws SQLException {
        var sql =
                """
                SELECT p.relname, c.relname, c.reltuples::bigint FROM pg_inherits i
                JOIN pg_class c ON c.oid = i.inhrelid
                JOIN pg_class p ON p.oid = i.inhparent
                WHERE p.oid IN ('coverage'::regclass, 'mentions'::regclass)
                  AND c.relname ~ '_\\d{4}_\\d{2}$' AND right(c.relname, 7) < ?
                ORDER BY right(c.relname, 7), c.relname LIMIT 1""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, since.toString().replace('-', '_'));
            try (var old = statement.executeQuery()) {
                if (!old.next()) {
                    return false;
                }
                drop(connection, old.getString(1), old.getString(2), old.getLong(3));
                return true;
            }
        }
    }

    /** A part is made under the same lock as it is dropped. */
    private void drop(Connection connection, String table, String part, long about) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(1347375191, hashtext(current_schema()))");
            gone.put(table, about > MOST_COUNTED ? about : count(statement, part));
            statement.execute("DROP TABLE " + part);
            months.forget();
            LOG.info("{} is older than the retention: dropped", part);
        }
    }

    private static long count(Statement statement, String part) throws SQLException {
        try (var count = statement.executeQuery("SELECT count(*) FROM " + part)) {
            count.next();
            return count.getLong(1);
        }
    }

    /** Rows whose finding never came; they have no time of their own. */
    private boolean orphans(Connection connection, String table, YearMonth since) throws SQLException {
        var alone = "stored_at < ? AND NOT EXISTS (SELECT FROM findings f WHERE f.article = %s.article)";
        return loose(connection, table, table, alone.formatted(table), since);
    }

    /** Articles with their mentions, words and stories; the last two in the order in which writers lock them. */
    private boolean articles(Connection connection, YearMonth since) throws SQLException {
        var sql =
                """
                WITH old AS MATERIALIZED (
                    SELECT article FROM findings WHERE event_time < ? ORDER BY event_time LIMIT ? FOR UPDATE SKIP LOCKED),
                finding AS (DELETE FROM findings f USING old WHERE f.article = old.article RETURNING f.article),
                mention AS (DELETE FROM mentions m USING old
                            WHERE m.article = old.article AND m.event_time < ? RETURNING 1),
                theirs_too AS MATERIALIZED (
                    SELECT t.article FROM texts t JOIN old ON old.article = t.article
                    ORDER BY t.article COLLATE "C" FOR UPDATE OF t),
                words AS (DELETE FROM texts t USING theirs_too WHERE t.article = theirs_too.article RETURNING 1),
                theirs AS MATERIALIZED (
                    SELECT s.article FROM stories s JOIN old ON old.article = s.article
                    ORDER BY s.article COLLATE "C" FOR UPDATE OF s),
                story AS (DELETE FROM stories s USING theirs WHERE s.article = theirs.article RETURNING 1)
                SELECT (SELECT count(*) FROM finding), (SELECT count(*) FROM mention), (SELECT count(*) FROM story),
                       (SELECT count(*) FROM words)""";
        try (var statement = connection.prepareStatement(sql)) {
            time(statement, 1, since);
            statement.setInt(2, PIECE);
            time(statement, 3, since);
            try (var result = statement.executeQuery()) {
                result.next();
                gone.put("findings", result.getLong(1));
                gone.put("mentions", result.getLong(2));
                gone.put("stories", result.getLong(3));
                gone.put("texts", result.getLong(4));
                return result.getLong(1) > 0;
            }
        }
    }

    /** Rows that no part and no article takes along. */
    private boolean loose(Connection connection, String table, String place, String old, YearMonth since)
            throws SQLException {
        var sql =
                "DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE %2$s LIMIT ? FOR UPDATE SKIP LOCKED))"
                        .formatted(place, old);
        try (var statement = connection.prepareStatement(sql)) {
            time(statement, 1, since);
            statement.setInt(2, PIECE);
            long rows = statement.executeUpdate();
            gone.put(table, rows);
            return rows > 0;
        }
    }

    private void count(String table, long rows) {
        if (rows > 0) {
            meters.retired(table, rows);
            LOG.info("{} rows of {} are older than the retention: deleted", rows, table);
        }
    }

    private static void time(PreparedStatement statement, int at, YearMonth since) throws SQLException {
        statement.setObject(at, Keep.start(since).atOffset(ZoneOffset.UTC));
    }
}
