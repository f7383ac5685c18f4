// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The SQL of one table: any number of rows in one statement, each column one array.
 *
 * <p>The guard on the offset is a second lock on a locked door (the epoch and {@code next_offset} come first): it makes
 * every statement harmless to repeat. Offsets of two partitions do not compare, so the later statement wins there.
 */
final class Statements {
    private static final String GUARD = "(t.src_partition <> %1$s.src_partition OR t.src_offset < %1$s.src_offset)";

    private Statements() {}

    /** Parameters: key columns, value columns, partition, offset. Returns the keys of changed rows if there are children. */
    static String upsert(Table<?> table) {
        var keys = keys(table);
        var others = new ArrayList<>(
                table.columns().stream().map(c -> quoted(c.name())).toList());
        others.add("src_partition");
        others.add("src_offset");
        var all = new ArrayList<>(keys);
        all.addAll(others);
        return "INSERT INTO " + table.name() + " AS t (" + String.join(", ", all) + ") SELECT * FROM unnest("
                + parameters(all.size()) + ") ON CONFLICT (" + String.join(", ", keys) + ") DO UPDATE SET "
                + others.stream().map(c -> c + " = excluded." + c).collect(Collectors.joining(", ")) + " WHERE "
                + GUARD.formatted("excluded") + returning(table);
    }

    /** Parameters: key columns, partition, offset. */
    static String delete(Table<?> table) {
        var keys = keys(table);
        var all = new ArrayList<>(keys);
        all.add("src_partition");
        all.add("src_offset");
        return "DELETE FROM " + table.name() + " t USING unnest(" + parameters(all.size()) + ") AS gone ("
                + String.join(", ", all) + ") WHERE "
                + keys.stream().map(k -> "t." + k + " = gone." + k).collect(Collectors.joining(" AND ")) + " AND "
                + GUARD.formatted("gone") + returning(table);
    }

    /** The earliest and latest time of what there is of these articles, as text. */
    static String timesOfChildren() {
        return "SELECT min(event_time)::text, max(event_time)::text FROM findings WHERE article = ANY (?)";
    }

    /** The times keep it from looking into every month. */
    static String deleteChildren() {
        return "DELETE FROM " + Children.TABLE
                + " WHERE article = ANY (?) AND event_time >= ?::timestamptz AND event_time <= ?::timestamptz";
    }

    static String insertChildren() {
        return "INSERT INTO " + Children.TABLE + " ("
                + Children.COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "))
                + ") SELECT * FROM unnest(" + parameters(Children.COLUMNS.size()) + ")";
    }

    /** The types of the parameters of {@link #upsert}. */
    static List<Column.Type> upsertTypes(Table<?> table) {
        var types = keyTypes(table);
        table.columns().forEach(c -> types.add(c.type()));
        return withSource(types);
    }

    /** The types of the parameters of {@link #delete}. */
    static List<Column.Type> deleteTypes(Table<?> table) {
        return withSource(keyTypes(table));
    }

    private static List<Column.Type> keyTypes(Table<?> table) {
        return new ArrayList<>(table.key().columns().stream().map(Column::type).toList());
    }

    private static List<Column.Type> withSource(List<Column.Type> types) {
        types.add(Column.Type.INT4);
        types.add(Column.Type.INT8);
        return types;
    }

    private static List<String> keys(Table<?> table) {
        return table.key().columns().stream().map(c -> quoted(c.name())).toList();
    }

    private static String returning(Table<?> table) {
        return table.hasChildren() ? " RETURNING t.article" : "";
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static String parameters(int n) {
        return IntStream.range(0, n).mapToObj(i -> "?").collect(Collectors.joining(", "));
    }
}
