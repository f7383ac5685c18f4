// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.desk.feed.DeadlineRow;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.record.Deadline;

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

    /** Both are named with the deadline. */
    private record Wanted(List<String> points, List<String> actors) {}

    @Override
    public String table() {
        return "deadlines";
    }

    @Override
    public Class<? extends Record> type() {
        return Deadline.class;
    }

    @Override
    public void requireSelectable(Selection selection) {
        selection.targets().forEach(DeadlineExport::wanted);
    }

    @Override
    public PreparedStatement ask(Connection connection, Selection selection) throws SQLException {
        var targets = selection.targets().isEmpty() ? List.of(Target.ALL) : selection.targets();
        var wanted = targets.stream().map(DeadlineExport::wanted).toList();
        var statement = connection.prepareStatement(SQL);
        statement.setObject(1, utc(selection.from()));
        statement.setObject(2, utc(selection.to()));
        statement.setArray(
                3,
                connection.createArrayOf(
                        "text", jsons(wanted.stream().map(Wanted::points).toList())));
        statement.setArray(
                4,
                connection.createArrayOf(
                        "text", jsons(wanted.stream().map(Wanted::actors).toList())));
        return statement;
    }

    /** A plan's deadlines are all that there are: a system follows one dossier. */
    private static Wanted wanted(String target) {
        var colon = target.indexOf(':');
        var kind = target.substring(0, Math.max(0, colon));
        var id = target.substring(colon + 1);
        var bar = id.indexOf('|');
        if (Target.isFacet(target)) {
            throw Failure.usage("--target " + target + ": deadlines have no parts by language or group; leave off "
                    + target.substring(target.indexOf('/')));
        } else if (target.equals(Target.ALL) || kind.equals("plan") && !id.isEmpty()) {
            return new Wanted(List.of(), List.of());
        } else if (kind.equals("pair") && bar > 0 && bar < id.length() - 1) {
            return new Wanted(List.of(id.substring(0, bar)), List.of(id.substring(bar + 1)));
        } else if (kind.equals("point") && !id.isEmpty()) {
            return new Wanted(List.of(id), List.of());
        } else if (kind.equals("actor") && !id.isEmpty()) {
            return new Wanted(List.of(), List.of(id));
        }
        throw Failure.usage("--target " + target
                + " is unknown: use point:<id>, actor:<id>, pair:<point>|<actor>, plan:<dossier> or all");
    }

    private static Object[] jsons(List<List<String>> ids) {
        return ids.stream().map(Json.MAPPER::writeValueAsString).toArray();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    @Override
    public Record read(ResultSet row) throws SQLException {
        return DeadlineRow.read(row);
    }
}
