// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query that is put together from its parts; values are always parameters, never text. */
final class Select {
    private final StringBuilder sql = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** From a row of the result to a value. */
    interface Reader<T> {
        T of(ResultSet row) throws SQLException;
    }

    Select(String text, @Nullable Object... more) {
        add(text, more);
    }

    /** Text with a question mark for each value; instants, collections of texts, and what JDBC knows by itself. */
    Select add(String text, @Nullable Object... more) {
        sql.append(text).append('\n');
        for (var value : more) {
            values.add(value);
        }
        return this;
    }

    Select addIf(boolean wanted, String text, @Nullable Object... more) {
        return wanted ? add(text, more) : this;
    }

    /** All of another query, in brackets. */
    Select in(Select part) {
        sql.append('(').append(part.sql).append(")\n");
        values.addAll(part.values);
        return this;
    }

    <T> List<T> rows(Connection tables, Reader<T> reader) throws SQLException {
        try (var statement = tables.prepareStatement(sql.toString())) {
            for (var i = 0; i < values.size(); i++) {
                set(tables, statement, i + 1, values.get(i));
            }
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.of(rows));
                }
            }
            return found;
        }
    }

    private static void set(Connection tables, PreparedStatement statement, int place, @Nullable Object value)
            throws SQLException {
        if (value instanceof Instant time) {
            statement.setObject(place, time.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Collection<?> all) {
            statement.setArray(place, tables.createArrayOf("text", all.toArray()));
        } else {
            statement.setObject(place, value);
        }
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Of a column that is never null. */
    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public String toString() {
        return sql.toString();
    }
}
