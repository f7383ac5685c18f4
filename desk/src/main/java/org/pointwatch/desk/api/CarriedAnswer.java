// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Says("How a story went round, by outlet and hour; the original stands in its own hour.")
record CarriedAnswer(@Nullable Instant asOf, String story, List<Row> rows) implements Listing {

    record Row(
            @Says("Beginning of the hour, UTC.") Instant at,
            String outlet,
            @Says("1 where the outlet had the original in this hour.") long originals,
            long copies,
            long updates) {}

    private static final String SQL =
            """
            SELECT date_trunc('hour', f.event_time, 'UTC') AS hour, f.outlet,
                   count(*) FILTER (WHERE s.relation IN ('original', 'rewrite')) AS originals,
                   count(*) FILTER (WHERE s.relation = 'copy') AS copies,
                   count(*) FILTER (WHERE s.relation = 'update') AS updates
            FROM stories s JOIN findings f ON f.article = s.article WHERE s.story = ?
            GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 5000
            """;

    static CarriedAnswer of(Call call) throws SQLException {
        var story = DiffAnswer.story(call);
        var rows = new Select(SQL, story)
                .rows(
                        call.tables(),
                        row -> new Row(
                                Select.at(row, "hour"),
                                row.getString("outlet"),
                                row.getLong("originals"),
                                row.getLong("copies"),
                                row.getLong("updates")));
        return new CarriedAnswer(call.stamp().asOf(), story, rows);
    }
}
