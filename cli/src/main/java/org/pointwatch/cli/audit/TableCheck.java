// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pointwatch.sink.SinkSettings;
import org.pointwatch.wire.record.Story;

import static java.util.Objects.requireNonNullElse;

/** Whether the tables hold what the topics hold, row by row. */
final class TableCheck {
    private static final int FETCHED_AT_ONCE = 5_000;

    private final Facts facts;
    private final Connection connection;
    private final List<Difference> differences = new ArrayList<>();
    private int rows;
    private int retired;

    private TableCheck(Facts facts, Connection connection) {
        this.facts = facts;
        this.connection = connection;
    }

    /**
     * What came of it.
     *
     * @param rows how many there are
     * @param retired records of months before every row of their table: the sink keeps rows for a time only
     */
    record Outcome(List<Difference> differences, int rows, int retired) {}

    static Outcome of(Facts facts, SinkSettings database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            connection.setAutoCommit(false); // one look at all tables, and rows that come in portions
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var check = new TableCheck(facts, connection);
            check.coverage();
            check.findings();
            check.texts();
            check.stories();
            check.deadlines();
            check.stances();
            connection.rollback();
            check.differences.sort(Comparator.comparing(Difference::what).thenComparing(Difference::key));
            return new Outcome(check.differences, check.rows, check.retired);
        }
    }

    private void coverage() throws SQLException {
        compare(
                "coverage",
                "target, bucket, articles, stories, copies, updates, outlets, own_n, own_sum, own_sum_squares,"
                        + " own_negative, own_neutral, own_positive, quoted_n, quoted_sum, quoted_sum_squares,"
                        + " quoted_negative, quoted_neutral, quoted_positive",
                row -> row.getString(1) + "@" + instant(row, 2),
                row -> numbers(row, 3, 19),
                facts.coverage,
                c -> Tally.figures(c).values().toString(),
                (key, c) -> c.bucket());
    }

    private static String numbers(ResultSet row, int from, int to) throws SQLException {
        var numbers = new ArrayList<Long>();
        for (var column = from; column <= to; column++) {
            numbers.add(row.getLong(column));
        }
        return numbers.toString();
    }

    private void findings() throws SQLException {
        compare(
                "findings",
                "article, revision, dossier_version, event_time",
                row -> row.getString(1),
                row -> "revision " + row.getString(2) + " by " + row.getString(3) + " at " + instant(row, 4),
                facts.findings,
                m -> "revision " + m.revision() + " by " + m.version() + " at "
                        + m.eventTime().truncatedTo(ChronoUnit.MICROS),
                (article, m) -> m.eventTime());
    }

    private void texts() throws SQLException {
        compare(
                "texts",
                "article, revision, body, truncated",
                row -> row.getString(1),
                row -> words(row.getString(2), row.getString(3), row.getBoolean(4)),
                facts.texts,
                w -> words(
                        w.revision(), w.body().name().toLowerCase(Locale.ROOT).replace('_', '-'), w.truncated()),
                (article, w) -> time(article));
    }

    private static String words(String revision, String body, boolean truncated) {
        return body + " of revision " + revision + (truncated ? ", cut" : "");
    }

    private void stories() throws SQLException {
        compare(
                "stories",
                "article, story, relation, \"of\", similarity, lag_seconds, superseded_by",
                row -> row.getString(1),
                row -> place(
                        row.getString(3),
                        row.getString(2),
                        row.getString(4),
                        row.getObject(5, Double.class),
                        row.getLong(6),
                        row.getString(7)),
                facts.stories,
                TableCheck::place,
                (article, s) -> time(article));
    }

    private void deadlines() throws SQLException {
        compare(
                "deadlines",
                "id, due, status, bound, stories, last_seen, jsonb_array_length(history), merged_into",
                row -> row.getString(1),
                row -> row.getString(3) + " for " + row.getString(2) + ", binds " + row.getString(4) + ", "
                        + row.getLong(5) + " stories to " + instant(row, 6) + ", " + row.getInt(7)
                        + " changes, merged into "
                        + row.getString(8),
                facts.deadlines,
                d -> d.status() + " for " + d.due() + ", binds " + d.bound() + ", " + d.stories() + " stories to "
                        + d.lastSeen().truncatedTo(ChronoUnit.MICROS) + ", "
                        + d.history().size()
                        + " changes, merged into " + d.into(),
                (id, d) -> null);
    }

    private void stances() throws SQLException {
        compare(
                "stances",
                "actor, point, stance, n, article, at, articles, jsonb_array_length(history)",
                row -> row.getString(1) + "|" + row.getString(2),
                row -> row.getString(3) + " of " + row.getLong(4) + ", " + row.getString(5) + " at " + instant(row, 6)
                        + ", " + row.getLong(7) + " articles, " + row.getInt(8) + " before",
                facts.stances,
                s -> s.stance() + " of " + s.n() + ", " + s.article() + " at "
                        + s.at().truncatedTo(ChronoUnit.MICROS) + ", " + requireNonNullElse(s.articles(), 0L)
                        + " articles, " + s.history().size() + " before",
                (key, s) -> null);
    }

    private @Nullable Instant time(String article) {
        var found = facts.findings.get(article);
        return found == null ? null : found.eventTime();
    }

    private static String place(Story s) {
        var relation = s.relation().name().toLowerCase(Locale.ROOT);
        return place(relation, s.story(), s.of(), s.similarity(), s.lagSeconds(), s.supersededBy());
    }

    private static String place(
            String relation,
            String story,
            @Nullable String of,
            @Nullable Double similarity,
            long lag,
            @Nullable String superseded) {
        return relation + " of " + of + ", story " + story + ", similarity " + similarity + ", lag " + lag
                + " s, superseded by " + superseded;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A part of a row. */
    private interface Read {
        String of(ResultSet row) throws SQLException;
    }

    private <V> void compare(
            String table,
            String columns,
            Read key,
            Read told,
            Map<String, V> topic,
            Function<V, String> wanted,
            BiFunction<String, V, @Nullable Instant> time)
            throws SQLException {
        var seen = new HashSet<String>();
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (var all = statement.executeQuery("SELECT " + columns + " FROM " + table)) {
                while (all.next()) {
                    rows++;
                    var id = key.of(all);
                    seen.add(id);
                    var value = topic.get(id);
                    compare(table, id, told.of(all), value == null ? null : wanted.apply(value));
                }
            }
        }
        var missing = new TreeMap<>(topic);
        missing.keySet().removeAll(seen);
        missing.keySet().removeAll(requireNonNullElse(facts.unstored.get(table), Set.of()));
        var first = first(topic, seen, time);
        missing.forEach((id, value) -> {
            var at = time.apply(id, value);
            if (first != null && at != null && month(at).isBefore(first)) {
                retired++;
            } else {
                compare(table, id, null, wanted.apply(value));
            }
        });
    }

    /** The earliest month that rows are of; null if there are none. */
    private static <V> @Nullable YearMonth first(
            Map<String, V> topic, Set<String> rows, BiFunction<String, V, @Nullable Instant> time) {
        YearMonth first = null;
        for (var row : rows) {
            var value = topic.get(row);
            var at = value == null ? null : time.apply(row, value);
            if (at != null && (first == null || month(at).isBefore(first))) {
                first = month(at);
            }
        }
        return first;
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    private void compare(String table, String key, @Nullable String row, @Nullable String wanted) {
        if (row == null || !row.equals(wanted)) {
            differences.add(Difference.of("table:" + table, key, row, wanted));
        }
    }
}
