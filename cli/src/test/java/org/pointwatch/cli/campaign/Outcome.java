// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pointwatch.cli.demo.Tally;

/**
 * What a run left in the database.
 *
 * @param rows of each table, whole rows but for the record they came from
 */
record Outcome(Tally tally, Map<String, SortedSet<String>> rows) {
    private static final List<String> TABLES = List.of("coverage", "stories", "findings", "mentions");

    static Outcome read(Connection connection) throws SQLException {
        var rows = new LinkedHashMap<String, SortedSet<String>>();
        for (var table : TABLES) {
            rows.put(table, rows(connection, table));
        }
        return new Outcome(Tally.read(connection), rows);
    }

    private static SortedSet<String> rows(Connection connection, String table) throws SQLException {
        var found = new TreeSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT (to_jsonb(t) - 'src_partition' - 'src_offset')::text FROM " + table + " t")) {
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
