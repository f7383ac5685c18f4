// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pointwatch.cli.demo.Tally;

/**
 * What a run left in the database.
 *
 * @param tally of the sample world's articles
 * @param rows of each table, whole rows but for the record they came from
 */
record Outcome(Tally tally, Map<String, SortedSet<String>> rows) {
    static final List<String> TABLES = List.of("coverage", "stories", "findings", "mentions", "texts", "stances");

    private static final String ALL =
            """
            SELECT coalesce(sum(articles), 0), coalesce(sum(stories), 0), coalesce(sum(copies), 0),
                coalesce(sum(updates), 0) FROM coverage WHERE target = 'all' AND bucket >= ?""";
    private static final String POINTS =
            """
            SELECT substr(target, 7), sum(stories) FROM coverage
            WHERE target LIKE 'point:%' AND target NOT LIKE '%/%' AND bucket >= ?
            GROUP BY target HAVING sum(stories) > 0""";

    /** @param world buckets from then on are the sample world's */
    static Outcome read(Connection connection, Instant world) throws SQLException {
        var rows = new LinkedHashMap<String, SortedSet<String>>();
        for (var table : TABLES) {
            rows.put(table, rows(connection, table));
        }
        return new Outcome(tally(connection, OffsetDateTime.ofInstant(world, ZoneOffset.UTC)), rows);
    }

    private static Tally tally(Connection connection, OffsetDateTime world) throws SQLException {
        var points = new TreeMap<String, Long>();
        try (var all = connection.prepareStatement(ALL);
                var each = connection.prepareStatement(POINTS)) {
            all.setObject(1, world);
            each.setObject(1, world);
            try (var rows = each.executeQuery()) {
                while (rows.next()) {
                    points.put(rows.getString(1), rows.getLong(2));
                }
            }
            try (var rows = all.executeQuery()) {
                rows.next();
                return new Tally(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4), points);
            }
        }
    }

    private static SortedSet<String> rows(Connection connection, String table) throws SQLException {
        var found = new TreeSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT (to_jsonb(t) - 'src_partition' - 'src_offset' - 'stored_at')::text FROM " + table
                                + " t")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Rows of a table that the other run does not have so. */
    SortedSet<String> notIn(Outcome other, String table) {
        var left = new TreeSet<>(rows.get(table));
        left.removeAll(other.rows.get(table));
        return left;
    }

    String sizes() {
        var sizes = new StringBuilder();
        rows.forEach((table, found) -> sizes.append(sizes.isEmpty() ? "" : ", ")
                .append(found.size())
                .append(' ')
                .append(table));
        return sizes.toString();
    }
}
