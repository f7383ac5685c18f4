// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Says("Which values are told of each point, the most told first.")
record FiguresAnswer(@Nullable Instant asOf, Instant from, Instant to, List<Row> rows) implements Listing {

    record Row(
            String point,
            String unit,
            @Says("With its magnitude: $100bn is 1e11.") double value,
            @Says("As it was written last.") @Nullable String matched,
            @Says("Actor id of who says so most often; null for the outlets themselves.") @Nullable String speaker,
            long articles,
            long stories,
            long outlets,
            Instant firstAt,
            Instant lastAt,
            @Says("The sentence of the last article that tells it.") @Nullable String sentence,
            @Nullable String article,
            @Says("Whether other values of the point and unit stand against it in this range.") boolean contested) {}

    private static final int MOST = 500;

    private static final String SQL =
            """
            WITH told AS (
                SELECT f.point, f.unit, f.value, f.article, f.outlet, f.event_time, f.speaker, f.matched,
                       s.relation IN ('original', 'rewrite') AS is_story
                FROM figures f LEFT JOIN stories s ON s.article = f.article
                WHERE f.event_time >= ? AND f.event_time < ? AND (cardinality(?::text[]) = 0 OR f.point = ANY (?))),
            held AS (
                SELECT point, unit, value, (array_agg(matched ORDER BY event_time DESC, article))[1] AS matched,
                       (array_agg(article ORDER BY event_time DESC, article))[1] AS article,
                       mode() WITHIN GROUP (ORDER BY speaker) AS speaker,
                       count(DISTINCT article) AS articles, count(DISTINCT article) FILTER (WHERE is_story) AS stories,
                       count(DISTINCT outlet) AS outlets, min(event_time) AS first_at, max(event_time) AS last_at
                FROM told GROUP BY 1, 2, 3),
            listed AS (
                SELECT *, count(*) OVER (PARTITION BY point, unit) > 1 AS contested FROM held
                ORDER BY articles DESC, point, unit, value LIMIT %d)
            SELECT l.*, (SELECT m.sentence FROM mentions m
                         WHERE m.article = l.article AND m.target_kind = 'point' AND m.target_id = l.point
                           AND m.event_time = l.last_at
                         ORDER BY strpos(m.sentence, l.matched) = 0, m.n LIMIT 1) AS sentence
            FROM listed l ORDER BY l.articles DESC, l.point, l.unit, l.value
            """
                    .formatted(MOST);

    static FiguresAnswer of(Call call) throws SQLException {
        var span = call.asked().span(call.stamp().asOf());
        return new FiguresAnswer(
                call.stamp().asOf(),
                span.from(),
                span.to(),
                rows(call, span, call.asked().all("point")));
    }

    static List<Row> rows(Call call, Span span, List<String> points) throws SQLException {
        return new Select(SQL, span.from(), span.to(), points, points).rows(call.tables(), FiguresAnswer::row);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("point"),
                row.getString("unit"),
                row.getDouble("value"),
                row.getString("matched"),
                row.getString("speaker"),
                row.getLong("articles"),
                row.getLong("stories"),
                row.getLong("outlets"),
                Select.at(row, "first_at"),
                Select.at(row, "last_at"),
                row.getString("sentence"),
                row.getString("article"),
                row.getBoolean("contested"));
    }
}
