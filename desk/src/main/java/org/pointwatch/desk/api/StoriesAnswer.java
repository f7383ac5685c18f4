// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.StoryCard;

@Says("Stories that have articles about the target in the range; their counts are of those articles.")
record StoriesAnswer(@Nullable Instant asOf, Instant from, Instant to, List<Row> rows, @Nullable String next)
        implements Listing {

    record Row(
            @Says("Article id of the original.") String story,
            @Says("The original's; null until its finding is stored, as is the outlet.") @Nullable String title,
            @Nullable String url,
            @Nullable String outlet,
            @Says("The agency that most of its articles credit.") @Nullable String agency,
            Instant firstAt,
            Instant lastAt,
            long articles,
            long copies,
            long updates,
            long outlets,
            @Says("Articles that paraphrase one of its articles, whenever.") long rewrites) {}

    private static final String TOLD =
            """
            SELECT p.story, p.last_at, t.first_at, t.articles, t.copies, t.updates, t.outlets, o.title, o.url, o.outlet,
                   (SELECT f.agency FROM stories s JOIN findings f ON f.article = s.article
                    WHERE s.story = p.story AND f.agency IS NOT NULL
                    GROUP BY f.agency ORDER BY count(*) DESC, min(f.event_time), f.agency LIMIT 1) AS agency,
                   (SELECT count(*) FROM stories s JOIN stories w ON w."of" = s.article AND w.relation = 'rewrite'
                    WHERE s.story = p.story) AS rewrites
            FROM page p
            LEFT JOIN findings o ON o.article = p.story
            CROSS JOIN LATERAL (
                SELECT min(f.event_time) AS first_at, count(*) AS articles,
                       count(*) FILTER (WHERE s.relation = 'copy') AS copies,
                       count(*) FILTER (WHERE s.relation = 'update') AS updates, count(DISTINCT f.outlet) AS outlets
                FROM stories s JOIN findings f ON f.article = s.article
                WHERE s.story = p.story
            """;

    static StoriesAnswer of(Call call) throws SQLException {
        var asked = call.asked();
        var span = asked.span(call.stamp().asOf());
        var limit = asked.limit();
        var rows = rows(call.tables(), asked.targets(), span, asked.word("sort"), asked.cursor(3), limit + 1);
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var end = page.isEmpty() ? null : page.get(page.size() - 1);
        var next = rows.size() > limit && end != null ? Cursor.write(end.copies(), end.lastAt(), end.story()) : null;
        return new StoriesAnswer(call.stamp().asOf(), span.from(), span.to(), page, next);
    }

    /** @param last the keys of the last row of the page before, null for the first page */
    static List<Row> rows(
            Connection tables, List<TargetName> targets, Span span, String sort, @Nullable List<String> last, int most)
            throws SQLException {
        var byCopies = sort.equals("copies");
        var select = new Select("WITH page AS MATERIALIZED")
                .in(byCopies ? mostCopied(targets, span, last, most) : latest(targets, span, last, most))
                .add(TOLD)
                .add("AND f.event_time >= ? AND f.event_time < ?", span.from(), span.to());
        About.any(select, "f", targets, span);
        select.add(") t ORDER BY " + (byCopies ? "t.copies DESC, " : "") + "p.last_at DESC, p.story");
        return select.rows(tables, StoriesAnswer::row);
    }

    /** Walks back in time, and takes a story at the last of its articles. */
    private static Select latest(List<TargetName> targets, Span span, @Nullable List<String> last, int most) {
        var select = new Select(
                """
                SELECT s.story, f.event_time AS last_at FROM findings f JOIN stories s ON s.article = f.article
                WHERE f.event_time >= ? AND f.event_time < ?
                """,
                span.from(),
                span.to());
        About.anyOneByOne(select, "f", targets, span);
        if (last != null) {
            var at = Keys.time(last.get(1));
            select.add("AND f.event_time <= ? AND (f.event_time < ? OR s.story > ?)", at, at, last.get(2));
        }
        select.add(
                """
                AND NOT EXISTS (
                    SELECT FROM stories s2 JOIN findings f2 ON f2.article = s2.article
                    WHERE s2.story = s.story AND f2.event_time < ?
                      AND (f2.event_time > f.event_time OR f2.event_time = f.event_time AND f2.article > f.article)
                """,
                span.to());
        About.anyOneByOne(select, "f2", targets, span);
        return select.add("OFFSET 0) ORDER BY f.event_time DESC, s.story LIMIT ?", most);
    }

    /** Stories that nobody copied are left out. */
    private static Select mostCopied(List<TargetName> targets, Span span, @Nullable List<String> last, int most) {
        var select = new Select(
                        """
                        SELECT story, last_at FROM (
                            SELECT s.story, max(a.event_time) AS last_at, count(*) FILTER (WHERE s.relation = 'copy') AS copies
                            FROM
                        """)
                .in(About.articles(targets, span))
                .add("a JOIN stories s ON s.article = a.article GROUP BY 1) counted WHERE copies > 0");
        if (last != null) {
            var at = Keys.time(last.get(1));
            var copies = Keys.number(last.get(0));
            select.add(
                    "AND (copies < ? OR copies = ? AND (last_at < ? OR last_at = ? AND story > ?))",
                    copies,
                    copies,
                    at,
                    at,
                    last.get(2));
        }
        return select.add("ORDER BY copies DESC, last_at DESC, story LIMIT ?", most);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("story"),
                row.getString("title"),
                StoryCard.link(row.getString("url")),
                row.getString("outlet"),
                row.getString("agency"),
                Select.at(row, "first_at"),
                Select.at(row, "last_at"),
                row.getLong("articles"),
                row.getLong("copies"),
                row.getLong("updates"),
                row.getLong("outlets"),
                row.getLong("rewrites"));
    }
}
