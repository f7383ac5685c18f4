// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Says("How far the data reach, and whether everything that should bring them on does.")
record StatusAnswer(
        @Nullable Instant asOf,
        @Says("By the desk's clock.") Instant now,
        @Says("From asOf to now.") @Nullable Long behindSeconds,
        DeskState desk,
        @Says("What the sink stored of each topic; empty where the database is away.") List<Stage> stages,
        @Nullable Feeds feeds,
        FeedsAnswer.@Nullable Bodies bodies) {

    record Stage(
            String topic,
            String table,
            long partitions,
            @Says("When rows were stored last, by the database's clock.") @Nullable Instant storedAt) {}

    record Feeds(long alive, long silent, long failing, long gone) {}

    private static final String STAGES =
            """
            SELECT topic, min(table_name) AS table_name, count(*) AS partitions, max(advanced_at) AS stored_at
            FROM ingest_offset GROUP BY topic ORDER BY topic
            """;

    static StatusAnswer of(Call call, DeskState reading, Instant now) throws SQLException {
        var asOf = call.stamp().asOf();
        var behind = asOf == null
                ? null
                : (Long) Math.max(0, Duration.between(asOf, now).toSeconds());
        if (!call.hasTables()) {
            return new StatusAnswer(asOf, now, behind, reading, List.of(), null, null);
        }
        var tables = call.tables();
        return new StatusAnswer(
                asOf, now, behind, reading, stages(tables), FeedsAnswer.health(tables), FeedsAnswer.bodies(tables));
    }

    private static List<Stage> stages(Connection tables) throws SQLException {
        return new Select(STAGES)
                .rows(
                        tables,
                        row -> new Stage(
                                row.getString("topic"),
                                row.getString("table_name"),
                                row.getLong("partitions"),
                                Select.time(row, "stored_at")));
    }
}
