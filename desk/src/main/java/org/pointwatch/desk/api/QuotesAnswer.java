// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.StoryCard;
import org.pointwatch.wire.Json;

@Says("Words that articles attribute to somebody, newest first.")
record QuotesAnswer(@Nullable Instant asOf, Instant from, Instant to, List<Row> rows, @Nullable String next)
        implements Listing {

    record Row(
            String article,
            String title,
            String outlet,
            @Nullable String language,
            @Nullable String url,
            Instant at,
            @Says("Actor id; null for somebody whom the dossier does not know.") @Nullable String speaker,
            @Says("The speaker as written.") @Nullable String name,
            String quote,
            @Says("Ids of the points that the words are about.") List<String> points,
            @Nullable String relation,
            @Nullable String story) {}

    private static final String SQL =
            """
            SELECT q.article, q.n, q.speaker, q.name, q.words, to_jsonb(q.points) AS points, q.outlet, q.event_time,
                   f.title, f.language, f.url, s.relation, s.story
            FROM quotes q JOIN findings f ON f.article = q.article LEFT JOIN stories s ON s.article = q.article
            WHERE q.event_time >= ? AND q.event_time < ?
            """;

    private record Keyed(Row row, String cursor) {}

    static QuotesAnswer of(Call call) throws SQLException {
        var asked = call.asked();
        var span = asked.span(call.stamp().asOf());
        var select = new Select(SQL, span.from(), span.to());
        select.addIf(!asked.all("actor").isEmpty(), "AND left(q.speaker, 1000) = ANY (?)", asked.all("actor"))
                .addIf(!asked.all("point").isEmpty(), "AND q.points && ?::text[]", asked.all("point"));
        var last = asked.cursor(3);
        if (last != null) {
            var at = Keys.time(last.get(0));
            select.add(
                    "AND q.event_time <= ? AND (q.event_time < ? OR (q.article, q.n) > (?, ?))",
                    at,
                    at,
                    last.get(1),
                    Keys.number(last.get(2)));
        }
        var limit = asked.limit();
        select.add("ORDER BY q.event_time DESC, q.article, q.n LIMIT ?", limit + 1);
        var rows = select.rows(call.tables(), QuotesAnswer::keyed);
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var next = rows.size() > limit ? page.get(page.size() - 1).cursor() : null;
        return new QuotesAnswer(
                call.stamp().asOf(),
                span.from(),
                span.to(),
                page.stream().map(Keyed::row).toList(),
                next);
    }

    private static Keyed keyed(ResultSet row) throws SQLException {
        var at = Select.at(row, "event_time");
        var found = new Row(
                row.getString("article"),
                row.getString("title"),
                row.getString("outlet"),
                row.getString("language"),
                StoryCard.link(row.getString("url")),
                at,
                row.getString("speaker"),
                row.getString("name"),
                row.getString("words"),
                Json.MAPPER.readerForListOf(String.class).readValue(row.getString("points")),
                row.getString("relation"),
                row.getString("story"));
        return new Keyed(found, Cursor.write(at, found.article(), row.getInt("n")));
    }
}
