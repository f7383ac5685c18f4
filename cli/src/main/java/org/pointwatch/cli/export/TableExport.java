// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.export.Field.Kind;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A query for the rows of a table in a span of event time, with to do with one of the wanted targets. */
final class TableExport implements ExportSource {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String name;
    private final String meaning;
    private final String table;
    private final boolean facets;
    private final List<Field> fields;
    private final String sql;

    private TableExport(Draft draft, String sql) {
        name = draft.name;
        meaning = draft.meaning;
        table = draft.table;
        facets = draft.facets;
        fields = List.copyOf(draft.fields);
        this.sql = sql;
    }

    /** A query in the making. */
    static final class Draft {
        private final String name;
        private final String meaning;
        private final String table;
        private boolean facets;
        private final List<Field> fields = new ArrayList<>();
        private final List<String> columns = new ArrayList<>();

        Draft(String name, String table, String meaning) {
            this.name = name;
            this.table = table;
            this.meaning = meaning;
        }

        Draft withFacets() {
            facets = true;
            return this;
        }

        /** @param columns in SQL; a field's name is the last word, from {@code some_name} to {@code someName} */
        Draft with(Kind kind, String... columns) {
            for (var column : columns) {
                this.columns.add(column);
                fields.add(new Field(camel(column), kind));
            }
            return this;
        }

        private static String camel(String column) {
            var parts = column.substring(Math.max(column.lastIndexOf(' '), column.lastIndexOf('.')) + 1)
                    .replace("\"", "")
                    .split("_");
            var name = new StringBuilder(parts[0]);
            for (var i = 1; i < parts.length; i++) {
                name.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
            }
            return name.toString();
        }

        /**
         * @param from tables with what they are joined by
         * @param time column of the span
         * @param wanted what a row has to do with {@code t.target}, {@code t.point} and {@code t.actor}
         */
        TableExport query(String from, String time, String wanted, String order) {
            return new TableExport(
                    this,
                    """
                    SELECT %s FROM %s
                    WHERE %s >= coalesce(?, '-infinity'::timestamptz) AND %s < coalesce(?, 'infinity'::timestamptz)
                      AND (? OR EXISTS (SELECT FROM unnest(?::text[], ?::text[], ?::text[]) AS t (target, point, actor) WHERE %s))
                    ORDER BY %s
                    """
                            .formatted(String.join(", ", columns), from, time, time, wanted, order));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public String table() {
        return table;
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public void requireSelectable(Selection selection) {
        WantedTarget.of(selection, name, facets);
    }

    @Override
    public PreparedStatement ask(Connection connection, Selection selection) throws SQLException {
        var statement = connection.prepareStatement(sql);
        time(statement, 1, selection.from());
        time(statement, 2, selection.to());
        statement.setBoolean(3, selection.targets().isEmpty());
        WantedTarget.ask(connection, statement, 4, WantedTarget.of(selection, name, facets));
        return statement;
    }

    static void time(PreparedStatement statement, int at, @Nullable Instant time) throws SQLException {
        statement.setObject(at, time == null ? null : time.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    public ObjectNode read(ResultSet row) throws SQLException {
        var node = NODES.objectNode();
        for (var i = 0; i < fields.size(); i++) {
            var value = value(row, i + 1, fields.get(i).kind());
            node.set(fields.get(i).name(), row.wasNull() ? NODES.nullNode() : value);
        }
        return node;
    }

    private static @Nullable JsonNode value(ResultSet row, int column, Kind kind) throws SQLException {
        return switch (kind) {
            case TEXT -> NODES.stringNode(row.getString(column));
            case WHOLE -> NODES.numberNode(row.getLong(column));
            case NUMBER -> NODES.numberNode(row.getDouble(column));
            case TRUTH -> NODES.booleanNode(row.getBoolean(column));
            case TIME -> time(row, column);
            case TEXTS, JSON -> json(row.getString(column));
        };
    }

    private static @Nullable JsonNode time(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : NODES.stringNode(time.toInstant().toString());
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        return text == null ? null : Json.MAPPER.readTree(text);
    }
}
