// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.sink.Checkpoint.Step;

/** Writes rows of one table, sorted and without two of one key, into an open transaction. */
final class TableWriter {
    private record Times(String first, String last) {}

    private final Table<?> table;
    private final String upsert;
    private final String delete;
    private final List<Column.Type> upsertTypes;
    private final List<Column.Type> deleteTypes;
    private final Checkpoint checkpoint;

    TableWriter(Table<?> table, Checkpoint checkpoint) {
        this.table = table;
        this.upsert = Statements.upsert(table);
        this.delete = Statements.delete(table);
        this.upsertTypes = Statements.upsertTypes(table);
        this.deleteTypes = Statements.deleteTypes(table);
        this.checkpoint = checkpoint;
    }

    void write(Connection connection, List<Row> rows) throws SQLException {
        var gone = rows.stream().filter(Row::deletes).toList();
        var changed = rows.stream().filter(r -> !r.deletes()).toList();
        if (!gone.isEmpty()) {
            var times = timesOfChildren(connection, gone);
            var articles = run(connection, delete, deleteTypes, columns(gone));
            dropChildren(connection, articles, times);
            checkpoint.passed(Step.ROWS_WRITTEN);
        }
        if (!changed.isEmpty()) {
            var times = timesOfChildren(connection, changed);
            var articles = run(connection, upsert, upsertTypes, columns(changed));
            checkpoint.passed(Step.ROWS_WRITTEN);
            dropChildren(connection, articles, times);
            addChildren(connection, changed, articles);
        }
    }

    private static List<@Nullable Object[]> columns(List<Row> rows) {
        return rows.stream().map(Row::columns).toList();
    }

    /** The articles whose rows were changed, where the table has children. */
    private Set<String> run(Connection connection, String sql, List<Column.Type> types, List<@Nullable Object[]> rows)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            fill(connection, statement, types, rows);
            if (!table.hasChildren()) {
                statement.executeUpdate();
                return Set.of();
            }
            var articles = new HashSet<String>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    articles.add(result.getString(1));
                }
            }
            return articles;
        }
    }

    /** Between which times the children of these rows lie by now, null if there are none. */
    private @Nullable Times timesOfChildren(Connection connection, List<Row> rows) throws SQLException {
        if (!table.hasChildren()) {
            return null;
        }
        var articles = rows.stream().map(r -> r.source().key()).toArray(String[]::new);
        try (var statement = connection.prepareStatement(Statements.timesOfChildren())) {
            statement.setArray(1, connection.createArrayOf("text", articles));
            try (var result = statement.executeQuery()) {
                result.next();
                var first = result.getString(1);
                return first == null ? null : new Times(first, result.getString(2));
            }
        }
    }

    private void dropChildren(Connection connection, Set<String> articles, @Nullable Times times) throws SQLException {
        if (articles.isEmpty() || times == null) {
            return;
        }
        try (var statement = connection.prepareStatement(Statements.deleteChildren())) {
            statement.setArray(1, connection.createArrayOf("text", articles.toArray(String[]::new)));
            statement.setString(2, times.first());
            statement.setString(3, times.last());
            statement.executeUpdate();
        }
        checkpoint.passed(Step.CHILDREN_DELETED);
    }

    private static void addChildren(Connection connection, List<Row> rows, Set<String> articles) throws SQLException {
        var children = rows.stream()
                .filter(r -> articles.contains(r.source().key()))
                .flatMap(r -> r.children().stream())
                .toList();
        if (children.isEmpty()) {
            return;
        }
        var types = Children.COLUMNS.stream().map(Column::type).toList();
        try (var statement = connection.prepareStatement(Statements.insertChildren())) {
            fill(connection, statement, types, children);
            statement.executeUpdate();
        }
    }

    private static void fill(
            Connection connection, PreparedStatement statement, List<Column.Type> types, List<@Nullable Object[]> rows)
            throws SQLException {
        for (var i = 0; i < types.size(); i++) {
            statement.setArray(i + 1, types.get(i).array(connection, rows, i));
        }
    }
}
