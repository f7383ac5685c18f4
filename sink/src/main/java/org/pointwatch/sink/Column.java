// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column and what goes into it.
 *
 * @param value from the record's value, in the Java type of {@link Type}; times are instants
 */
record Column<V>(String name, Type type, Function<V, @Nullable Object> value) {

    /** A PostgreSQL type and the Java array that carries it; times travel as ISO text, words with blanks between them. */
    enum Type {
        TEXT("text", String[].class),
        TIMESTAMPTZ("timestamptz", String[].class),
        JSONB("jsonb", String[].class),
        WORDS("tsvector", String[].class),
        INT4("int4", Integer[].class),
        INT8("int8", Long[].class),
        FLOAT8("float8", Double[].class),
        BOOL("bool", Boolean[].class);

        private final String sql;
        private final Class<? extends Object[]> array;

        Type(String sql, Class<? extends Object[]> array) {
            this.sql = sql;
            this.array = array;
        }

        String sql() {
            return sql;
        }

        /** The given column of all rows as one parameter. */
        Array array(Connection connection, List<@Nullable Object[]> rows, int column) throws SQLException {
            var values = (Object[]) java.lang.reflect.Array.newInstance(array.getComponentType(), rows.size());
            for (var i = 0; i < values.length; i++) {
                var value = rows.get(i)[column];
                values[i] = value instanceof Instant time ? Buckets.format(time) : value;
            }
            return connection.createArrayOf(sql, values);
        }
    }
}
