// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.export.Field.Kind;
import org.pointwatch.desk.feed.DeadlineRow;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.record.Deadline;
import tools.jackson.databind.node.ObjectNode;

/** The deadlines that were spoken of in a span of event time. */
public final class DeadlineExport implements ExportSource {
    private static final String SQL = "SELECT " + DeadlineRow.COLUMNS
            + """
              FROM deadlines
              WHERE last_seen >= coalesce(?, '-infinity'::timestamptz) AND first_seen < coalesce(?, 'infinity'::timestamptz)
                AND EXISTS (SELECT FROM unnest(?::jsonb[], ?::jsonb[]) AS t (points_of, actors_of)
                            WHERE points @> t.points_of AND actors @> t.actors_of)
              ORDER BY first_seen, id
              """;

    private static final List<Field> FIELDS = Arrays.stream(Deadline.class.getRecordComponents())
            .map(component -> new Field(component.getName(), kind(component.getName())))
            .toList();

    private static Kind kind(String component) {
        return switch (component) {
            case "history" -> Kind.JSON;
            case "points", "actors" -> Kind.TEXTS;
            case "stories" -> Kind.WHOLE;
            case "firstSeen", "lastSeen" -> Kind.TIME;
            default -> Kind.TEXT;
        };
    }

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public String meaning() {
        return "each deadline with its history";
    }

    @Override
    public String table() {
        return "deadlines";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public void requireSelectable(Selection selection) {
        WantedTarget.of(selection, name(), false);
    }

    @Override
    public PreparedStatement ask(Connection connection, Selection selection) throws SQLException {
        var wanted = WantedTarget.of(selection, name(), false);
        var statement = connection.prepareStatement(SQL);
        TableExport.time(statement, 1, selection.from());
        TableExport.time(statement, 2, selection.to());
        statement.setArray(3, lists(connection, wanted, WantedTarget::point));
        statement.setArray(4, lists(connection, wanted, WantedTarget::actor));
        return statement;
    }

    /** As JSON: a list of the one that must be named with the deadline, or of none. */
    private static Array lists(
            Connection connection, List<WantedTarget> wanted, Function<WantedTarget, @Nullable String> part)
            throws SQLException {
        var lists = wanted.stream()
                .map(part)
                .map(id -> Json.MAPPER.writeValueAsString(id == null ? List.of() : List.of(id)))
                .toArray();
        return connection.createArrayOf("text", lists);
    }

    @Override
    public ObjectNode read(ResultSet row) throws SQLException {
        return Json.MAPPER.valueToTree(DeadlineRow.read(row));
    }
}
