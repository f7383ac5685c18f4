// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Says("Which outlets told of a target in the range, those with the most articles first.")
record OutletsAnswer(@Nullable Instant asOf, Instant from, Instant to, List<Row> rows, @Nullable String next)
        implements Listing {

    record Row(
            String outlet,
            @Says("Of its latest article, null if it has none.") @Nullable String group,
            long articles,
            @Says("Those that are originals or rewrites.") long stories,
            long copies,
            long updates,
            Instant firstAt,
            Instant lastAt) {}

    /** Only of the outlets that are listed it is looked up what their articles are. */
    private static final String LISTED =
            """
            , listed AS MATERIALIZED (
                SELECT outlet, count(*) AS articles, min(event_time) AS first_at, max(event_time) AS last_at
                FROM about GROUP BY 1
            """;

    private static final String BEFORE = "HAVING count(*) < ? OR count(*) = ? AND outlet > ?";
    private static final String TOLD =
            """
            ORDER BY 2 DESC, 1 LIMIT ?),
            related AS (
                SELECT a.outlet, count(*) FILTER (WHERE s.relation IN ('original', 'rewrite')) AS stories,
                       count(*) FILTER (WHERE s.relation = 'copy') AS copies,
                       count(*) FILTER (WHERE s.relation = 'update') AS updates
                FROM about a JOIN listed USING (outlet) LEFT JOIN stories s ON s.article = a.article GROUP BY 1)
            SELECT l.*, r.stories, r.copies, r.updates,
                   (SELECT f.outlet_group FROM findings f WHERE f.outlet = l.outlet ORDER BY f.event_time DESC LIMIT 1) AS grouped
            FROM listed l JOIN related r USING (outlet) ORDER BY l.articles DESC, l.outlet
            """;

    static OutletsAnswer of(Call call) throws SQLException {
        var asked = call.asked();
        var span = asked.span(call.stamp().asOf());
        var limit = asked.limit();
        var last = asked.cursor(2);
        var articles = last == null ? null : Keys.number(last.get(0));
        var rows = new Select("WITH about AS MATERIALIZED")
                .in(About.articles(asked.targets(), span))
                .add(LISTED)
                .addIf(last != null, BEFORE, articles, articles, last == null ? null : last.get(1))
                .add(TOLD, limit + 1)
                .rows(call.tables(), OutletsAnswer::row);
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var end = page.isEmpty() ? null : page.get(page.size() - 1);
        var next = rows.size() > limit && end != null ? Cursor.write(end.articles(), end.outlet()) : null;
        return new OutletsAnswer(call.stamp().asOf(), span.from(), span.to(), page, next);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("outlet"),
                row.getString("grouped"),
                row.getLong("articles"),
                row.getLong("stories"),
                row.getLong("copies"),
                row.getLong("updates"),
                Select.at(row, "first_at"),
                Select.at(row, "last_at"));
    }
}
