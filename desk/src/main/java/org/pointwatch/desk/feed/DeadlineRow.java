// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.record.Deadline;

/** From a row of the sink's table {@code deadlines} back to the record that it was made of. */
public final class DeadlineRow {
    /** What {@link #read} wants of the table, for a SELECT. */
    public static final String COLUMNS =
            """
            id, due, "precision", status, history, points, actors, set_by, bound, stories, first_seen, last_seen, evidence,
            evidence_article, merged_into
            """;

    private DeadlineRow() {}

    public static Deadline read(ResultSet row) throws SQLException {
        return new Deadline(
                row.getString("id"),
                row.getString("due"),
                row.getString("precision"),
                row.getString("status"),
                list(row, "history", Deadline.Change.class),
                list(row, "points", String.class),
                list(row, "actors", String.class),
                row.getString("set_by"),
                row.getString("bound"),
                row.getLong("stories"),
                time(row, "first_seen"),
                time(row, "last_seen"),
                row.getString("evidence"),
                row.getString("evidence_article"),
                row.getString("merged_into"));
    }

    static <T> List<T> list(ResultSet row, String column, Class<T> of) throws SQLException {
        return Json.MAPPER.readerForListOf(of).readValue(row.getString(column));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
