// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables, views, indexes and functions of a database as a page, in the words of their comments. */
final class SchemaDocument {
    static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put(
                "What moved on each point since yesterday?",
                """
                SELECT target, sum(articles) AS articles, sum(stories) AS stories,
                       outlets_between(target, now() - interval '1 day', now()) AS outlets
                FROM coverage
                WHERE bucket >= now() - interval '1 day' AND target LIKE 'point:%' AND target NOT LIKE '%/%'
                GROUP BY target ORDER BY stories DESC""");
        QUESTIONS.put(
                "How did one point go, day by day, and in which tone?",
                """
                SELECT day, articles, stories, outlets, sentiment_own, own_n, own_low, own_high
                FROM coverage_by_day WHERE target = 'point:army-cap' ORDER BY day""");
        QUESTIONS.put(
                "Which sentences prove it?",
                """
                SELECT event_time, outlet, title, sentence, rule, url
                FROM evidence
                WHERE target_kind = 'point' AND target_id = 'army-cap'
                  AND event_time >= now() - interval '7 days'
                ORDER BY event_time DESC LIMIT 50""");
        QUESTIONS.put(
                "Where are these words, in any language?",
                """
                SELECT event_time, outlet, target_id, sentence FROM mentions
                WHERE event_time >= now() - interval '7 days'
                  AND to_tsvector('simple', sentence) @@ websearch_to_tsquery('simple', '"security guarantees" -nato')
                ORDER BY event_time DESC LIMIT 50""");
        QUESTIONS.put(
                "What are the latest stories, and who else carried them? (`OFFSET 0` has each looked up by itself.)",
                """
                SELECT f.event_time, f.outlet, f.title, l.copies, l.updates, l.outlets, l.probable_source
                FROM (SELECT f.article, f.event_time, f.outlet, f.title
                      FROM findings f JOIN stories s ON s.article = f.article
                      WHERE s.relation = 'original'
                      ORDER BY f.event_time DESC LIMIT 20) f
                CROSS JOIN LATERAL (SELECT * FROM story_lineage WHERE story = f.article OFFSET 0) l
                ORDER BY f.event_time DESC""");
        QUESTIONS.put(
                "How many distinct outlets, and how many of them news agencies?",
                """
                SELECT outlets_between('point:army-cap', '2025-11-17Z', '2025-11-24Z') AS outlets,
                       outlets_between('point:army-cap/group:agencies', '2025-11-17Z', '2025-11-24Z') AS agencies""");
        QUESTIONS.put(
                "What is louder than usual right now?",
                """
                SELECT target, articles, previous_articles, share, surge
                FROM rolling WHERE window_name = '24h' AND surge IS NOT NULL
                ORDER BY surge DESC LIMIT 10""");
        QUESTIONS.put(
                "Who is written about in another tone than in the week before?",
                """
                SELECT target, n, mean, low, high, previous_mean, previous_n FROM rolling_sentiment
                WHERE window_name = '7d' AND voice = 'own' AND (previous_mean < low OR previous_mean > high)
                ORDER BY abs(mean - previous_mean) DESC LIMIT 20""");
        QUESTIONS.put(
                "Which deadlines are open, the next one first?",
                """
                SELECT ends_at, due, status, bound, set_by, points, stories, evidence FROM deadlines
                WHERE status IN ('set', 'repeated', 'moved', 'softened') ORDER BY ends_at""");
        QUESTIONS.put(
                "What happened to the deadlines since yesterday, and who wrote so?",
                """
                SELECT c.at, c.status, c.due, c.by, c.evidence, f.outlet, f.url
                FROM deadline_changes c LEFT JOIN findings f ON f.article = c.article
                WHERE c.at >= now() - interval '1 day' ORDER BY c.at""");
        QUESTIONS.put(
                "Who stands where on a point, in which words?",
                """
                SELECT actor, stance, quotation, said_by, outlet, at, since, n, support, oppose, conditional, unknown
                FROM stances WHERE point = 'army-cap' ORDER BY n DESC""");
        QUESTIONS.put(
                "Which positions have changed since last week?",
                """
                SELECT actor, point, at, stance, quotation, said_by FROM stance_changes
                WHERE n > 1 AND at >= now() - interval '7 days' ORDER BY at""");
        QUESTIONS.put(
                "Which figures stand against one another, and since when?",
                """
                SELECT value, unit, articles, stories, outlets, since, against
                FROM figure_contests
                WHERE point = 'army-cap' AND day = (SELECT max(day) FROM figure_contests WHERE point = 'army-cap')
                ORDER BY stories DESC""");
        QUESTIONS.put(
                "Who said what about a point, in which words?",
                """
                SELECT q.event_time, q.speaker, q.name, q.words, q.outlet, f.url
                FROM quotes q JOIN findings f ON f.article = q.article
                WHERE q.points @> ARRAY['army-cap'] AND q.speaker = 'zelensky'
                  AND q.event_time >= now() - interval '7 days'
                ORDER BY q.event_time DESC LIMIT 50""");
        QUESTIONS.put(
                "What was told since yesterday, and what about one point?",
                """
                SELECT at, kind, target, why, outlet, title, url FROM alerts_in_stories
                WHERE at >= now() - interval '1 day' OR target = 'point:army-cap'
                ORDER BY at DESC LIMIT 50""");
        QUESTIONS.put(
                "Which feeds cannot be seen?",
                """
                SELECT outlet, feed, health, trouble, reason, silent_since, last_change FROM feeds
                WHERE health <> 'healthy' OR silent_since IS NOT NULL ORDER BY last_poll""");
        QUESTIONS.put(
                "How much of each group and language could be seen, and how much of it was read?",
                """
                SELECT outlet_group, language, feeds, round(100.0 * alive / feeds) AS percent_alive,
                       round(100.0 * bodies_full / nullif(bodies_full + bodies_feed_only + bodies_refused, 0)) AS percent_read
                FROM coverage_meter ORDER BY feeds DESC""");
    }

    private static final List<String> TABLES = List.of(
            "coverage",
            "rolling",
            "findings",
            "mentions",
            "figures",
            "quotes",
            "texts",
            "stories",
            "outlet_days",
            "outlets",
            "deadlines",
            "stances",
            "alerts",
            "alert_marks",
            "alert_destinations",
            "alert_deliveries",
            "feeds",
            "ingest_offset");
    private static final List<String> VIEWS = List.of(
            "coverage_by_day",
            "rolling_sentiment",
            "evidence",
            "story_lineage",
            "story_hours",
            "deadline_changes",
            "stance_changes",
            "stance_statements",
            "figure_values",
            "figure_contests",
            "alerts_in_stories",
            "coverage_meter");

    private static final String HEAD =
            """
            # Schema

            <!-- Written from the comments in sink/src/main/resources/db/migration by SchemaDocumentTest; do not edit. -->

            What the sink keeps in PostgreSQL (tested with 18). It makes and moves on the schema by itself. All of it may be read
            by anyone; nothing but the sink writes, and the desk its own `alert_destinations` and `alert_deliveries`. In psql,
            `\\d+ coverage` shows the same words. The examples below are run by a test.

            ## Parts by month

            `coverage` is in parts by month of `bucket`, `mentions` by month of `event_time` (UTC): `coverage_2025_11` and so
            on. The sink makes a part before it writes the first row of a month from 2000 to the end of next year, at most %d a
            batch. Anything else, such as a record dated 1970 or 9999, lies in `coverage_default` and `mentions_default`; rows
            move from there when their month gets its part. Name `bucket` or `event_time` in WHERE, and only the months you
            name are read.

            `findings`, `texts` and `stories` are not in parts: their key is the article, and an article's event time may change.

            ## Retention

            `db.retention` (default 400d, 0 keeps everything) is counted in event time, by whole months: a month goes when its
            last moment is older. Its parts of `coverage` and `mentions` are dropped; its findings, with their mentions,
            texts and stories, are deleted %,d at a time. A text and a story have no time of their own and go with their finding,
            or by `stored_at` if no finding ever came. Alerts go by `at`, `outlet_days` by `day`. What arrives for such a time later is stored, and goes again. `rolling`,
            `feeds`, `deadlines`, `stances` and `outlets` hold one row a target, feed, deadline, actor and point, and outlet, and stay. One sink of a
            database does this at a time, between batches; it waits half a second at most for whoever reads an old month, then tries again later. Counter:
            `pointwatch_sink_retired_rows_total{table}`. Replaying an archive that is older than the retention needs
            `db.retention` 0.

            ## Questions

            """;

    private final Direct database;

    SchemaDocument(Direct database) {
        this.database = database;
    }

    String text() throws SQLException {
        var page = new StringBuilder(HEAD.formatted(Months.MOST_A_BATCH, Retirement.PIECE));
        QUESTIONS.forEach((question, sql) ->
                page.append(question).append("\n\n```sql\n").append(sql).append("\n```\n\n"));
        page.append("## Tables\n");
        for (var table : TABLES) {
            relation(page, table);
            indexes(page, table);
        }
        page.append("\n## Views\n");
        for (var view : VIEWS) {
            relation(page, view);
        }
        page.append("\n## Functions\n\n");
        functions(page);
        return page.toString();
    }

    private void relation(StringBuilder page, String name) throws SQLException {
        var about = database.query("SELECT obj_description('" + name + "'::regclass, 'pg_class')");
        page.append("\n### ")
                .append(name)
                .append("\n\n")
                .append(about.get(0).get(0))
                .append("\n\n");
        page.append("| column | type | meaning |\n|---|---|---|\n");
        var columns = database.query("SELECT attname::text, format_type(atttypid, atttypmod), attnotnull,"
                + " col_description(attrelid, attnum) FROM pg_attribute"
                + " WHERE attrelid = '" + name + "'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum");
        var table = TABLES.contains(name);
        for (var column : columns) {
            var type = column.get(1) + (table && Boolean.FALSE.equals(column.get(2)) ? ", may be null" : "");
            page.append("| `%s` | %s | %s |\n".formatted(column.get(0), type, cell(column.get(3))));
        }
    }

    private void indexes(StringBuilder page, String table) throws SQLException {
        page.append("\n| index | on | for |\n|---|---|---|\n");
        var indexes = database.query("SELECT c.relname::text,"
                + " regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING ', ''), obj_description(c.oid, 'pg_class')"
                + " FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                + " WHERE i.indrelid = '" + table + "'::regclass ORDER BY NOT i.indisprimary, 1");
        for (var index : indexes) {
            page.append("| `%s` | %s | %s |\n".formatted(index.get(0), cell(index.get(1)), cell(index.get(2))));
        }
    }

    private void functions(StringBuilder page) throws SQLException {
        page.append("| function | returns | meaning |\n|---|---|---|\n");
        var functions = database.query("SELECT proname || '(' || pg_get_function_arguments(oid) || ')',"
                + " pg_get_function_result(oid), obj_description(oid, 'pg_proc') FROM pg_proc"
                + " WHERE pronamespace = 'public'::regnamespace ORDER BY 1");
        for (var function : functions) {
            page.append("| `%s` | %s | %s |\n".formatted(function.get(0), function.get(1), cell(function.get(2))));
        }
    }

    private static String cell(Object text) {
        return String.valueOf(text).replace("|", "\\|").replace("<", "&lt;");
    }
}
