// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has been counted, over all buckets.
 *
 * @param points stories of each point that has any
 */
public record Tally(long articles, long stories, long copies, long updates, Map<String, Long> points) {
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String ALL =
            "SELECT coalesce(sum(articles), 0), coalesce(sum(stories), 0), coalesce(sum(copies), 0),"
                    + " coalesce(sum(updates), 0) FROM coverage WHERE target = 'all'";
    private static final String POINTS =
            "SELECT substr(target, 7), sum(stories) FROM coverage WHERE target LIKE 'point:%' AND target NOT LIKE '%/%'"
                    + " GROUP BY target HAVING sum(stories) > 0";

    /** All zero until the sink has made its tables. */
    public static Tally read(Connection connection) throws SQLException {
        try {
            return counted(connection);
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return new Tally(0, 0, 0, 0, Map.of());
            }
            throw e;
        }
    }

    private static Tally counted(Connection connection) throws SQLException {
        var points = new TreeMap<String, Long>();
        try (var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery(POINTS)) {
                while (rows.next()) {
                    points.put(rows.getString(1), rows.getLong(2));
                }
            }
            try (var rows = statement.executeQuery(ALL)) {
                rows.next();
                return new Tally(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4), points);
            }
        }
    }
}
