// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Says("The headlines of a story's articles: the original's, then those that most articles have.")
record HeadlinesAnswer(@Nullable Instant asOf, String story, List<Row> rows) implements Listing {

    record Row(
            String title,
            @Says("Whether the original has it.") boolean original,
            long articles,
            @Says("Distinct among these articles.") long outlets,
            @Says("Names of the outlets.") List<String> names,
            @Says("Event time of the first article that has it.") Instant firstAt) {}

    private static final String SQL =
            """
            SELECT f.title, bool_or(s.article = s.story) AS original, count(*) AS articles,
                   array_agg(DISTINCT f.outlet) AS names, min(f.event_time) AS first_at
            FROM stories s JOIN findings f ON f.article = s.article WHERE s.story = ? AND f.title <> ''
            GROUP BY 1 ORDER BY 2 DESC, 3 DESC, 5, 1 LIMIT 1000
            """;

    static HeadlinesAnswer of(Call call) throws SQLException {
        var story = DiffAnswer.story(call);
        var rows = new Select(SQL, story).rows(call.tables(), row -> {
            var names = List.of((String[]) row.getArray("names").getArray());
            return new Row(
                    row.getString("title"),
                    row.getBoolean("original"),
                    row.getLong("articles"),
                    names.size(),
                    names,
                    Select.at(row, "first_at"));
        });
        return new HeadlinesAnswer(call.stamp().asOf(), story, rows);
    }
}
