// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the tables hold at the moment of a question.
 *
 * @param asOf the newest event time stored, null if none
 * @param version changes with everything that the sink stores, late corrections too; null if no sink ever wrote
 */
record Stamp(@Nullable Instant asOf, @Nullable String version) {
    static final Stamp NONE = new Stamp(null, null);

    private static final String SQL =
            """
            SELECT (SELECT max(event_time) FROM findings),
                   (SELECT md5(string_agg(topic || ' ' || "partition" || ' ' || topic_uuid || ' ' || next_offset, ','
                                          ORDER BY topic, "partition"))
                    FROM ingest_offset)
            """;

    static Stamp read(Connection tables) throws SQLException {
        try (var statement = tables.createStatement();
                var row = statement.executeQuery(SQL)) {
            row.next();
            var asOf = row.getObject(1, OffsetDateTime.class);
            return new Stamp(asOf == null ? null : asOf.toInstant(), row.getString(2));
        }
    }
}
