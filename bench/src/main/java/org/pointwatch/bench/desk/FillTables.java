// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.desk;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.pointwatch.domain.dossier.Dossier;

/**
 * Fills the sink's tables with articles that the database makes up by itself; the counts are made of them, as the ledger
 * would have posted them. The same seed and size give the same rows.
 */
final class FillTables {
    static final Instant END = Instant.parse("2025-11-28T12:00:00Z");
    static final String LOAD =
            "2,000 outlets (the loudest tenth makes half), 30 % copies, 5 % updates, 5 % rewrites, 10 % on topic"
                    + " with up to 5 points and 8 actors in 10 sentences, 7 languages";

    /** Mentions are told of in so many statements, since what a statement writes is counted in memory. */
    private static final int SLICES = 20;

    private final Connection connection;
    private final PrintStream out;

    FillTables(Connection connection, PrintStream out) {
        this.connection = connection;
        this.out = out;
    }

    long articles() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM findings")) {
            row.next();
            return row.getLong(1);
        }
    }

    void fill(Dossier dossier, int articles, int days) throws SQLException {
        var points = list(dossier.points().stream().map(p -> p.id()).toList());
        var actors = list(dossier.actors().stream().limit(20).map(a -> a.id()).toList());
        run("SET synchronous_commit = off");
        run("SELECT setseed(0.28)");
        run(
                "SELECT make_month(p, m::date) FROM unnest(ARRAY['coverage', 'mentions']) p,"
                        + " generate_series(date_trunc('month', '%s'::timestamptz - interval '%d days'), '%s', interval '1 month') m",
                END, days, END);
        run("SET maintenance_work_mem = '256MB'");
        run("DROP INDEX findings_by_words");
        words();
        articleTable(articles, days);
        findings(dossier.id());
        mentions(points, actors, articles);
        searchWords();
        coverage(dossier.id());
        others(points, actors);
        run("CREATE INDEX findings_by_words ON findings USING gin (search_words) WHERE search_words <> ''");
        run("ANALYZE");
        run("VACUUM");
    }

    private static String list(List<String> ids) {
        return "ARRAY['" + String.join("','", ids) + "']";
    }

    /** A vocabulary of 8,000 words by Zipf, and 20,000 sentences of about 20 words. */
    private void words() throws SQLException {
        run(
                """
                CREATE TEMP TABLE sentences AS
                SELECT n, (SELECT string_agg('w' || floor(power(8000, random()))::int || CASE WHEN g %% 7 = n %% 7 THEN 'x' ELSE '' END, ' ')
                           FROM generate_series(1, 14 + n %% 13) g) || '.' AS text
                FROM generate_series(0, 19999) n
                """);
        run("CREATE INDEX ON sentences (n)");
    }

    private void articleTable(int articles, int days) throws SQLException {
        run(
                """
                CREATE TEMP TABLE made AS
                SELECT i, substr(md5(i::text), 1, 20) AS article,
                       '%s'::timestamptz - interval '%d days' + interval '%d days' * (i / %d.0) AS at,
                       'outlet-' || floor(2000 * power(random(), 3.3))::int AS outlet, random() AS r, random() AS topic,
                       (ARRAY['en','en','en','uk','ru','de','fr','pl','es'])[1 + floor(random() * 9)::int] AS language,
                       floor(random() * 20000)::int AS s, i - 1 - floor(random() * 400)::int AS back
                FROM generate_series(1, %d) i
                """,
                END, days, days, articles, articles);
        run("CREATE INDEX ON made (i)");
        run("ANALYZE made");
    }

    private void findings(String dossier) throws SQLException {
        run(
                """
                INSERT INTO findings (article, revision, dossier, dossier_version, outlet, outlet_group, title, url, language, agency,
                    event_time, event_time_source, tone, deadlines, dates, figures, quotes, src_partition, src_offset, search_words)
                SELECT article, 'r', '%s', '1', outlet, CASE WHEN i %% 3 = 0 THEN 'agencies' ELSE 'papers' END,
                       initcap(left(s1.text, 60)), 'https://' || outlet || '.example/' || i, language,
                       CASE WHEN i %% 9 = 0 THEN 'reuters' END, at, 'published', 0, '[]', '[]',
                       CASE WHEN topic < 0.03 THEN jsonb_build_array(jsonb_build_object('point', 'army-cap', 'unit', 'persons',
                           'value', 500000 + 50000 * (i %% 6), 'text', (500 + 50 * (i %% 6)) || ',000', 'start', 1, 'end', 2)) ELSE '[]' END,
                       CASE WHEN topic < 0.1 THEN jsonb_build_array(jsonb_build_object('speaker', 'rubio', 'name', 'Rubio',
                           'text', s1.text, 'start', 1, 'end', 2, 'points', jsonb_build_array('army-cap'))) ELSE '[]' END, 0, i, ''
                FROM made JOIN sentences s1 ON s1.n = made.s
                """,
                dossier);
        run(
                """
                CREATE TEMP TABLE related AS
                SELECT m.i, CASE WHEN m.i %% 20 = 0 OR o.i IS NULL OR m.r >= 0.4 THEN 'original' WHEN m.r < 0.3 THEN 'copy'
                                 WHEN m.r < 0.35 THEN 'update' ELSE 'rewrite' END AS relation, o.article AS of, m.at - o.at AS lag
                FROM made m LEFT JOIN made o ON o.i = m.back / 20 * 20 AND o.i > 0
                """);
        run("CREATE INDEX ON related (i)");
        run(
                """
                INSERT INTO stories SELECT m.article, CASE WHEN relation IN ('copy', 'update') THEN of ELSE m.article END, relation,
                    CASE WHEN relation <> 'original' THEN of END, CASE WHEN relation <> 'original' THEN 0.9 END,
                    CASE WHEN relation <> 'original' THEN extract(epoch FROM lag)::bigint ELSE 0 END, NULL, 0, m.i
                FROM made m JOIN related USING (i)
                """);
    }

    private void mentions(String points, String actors, int articles) throws SQLException {
        run(
                """
                CREATE TEMP TABLE found AS
                SELECT DISTINCT ON (m.i, kind, id) m.i, kind, id, floor(random() * 10)::int AS sentence_no,
                       CASE WHEN kind = 'point' AND random() < 0.6 THEN floor(random() * 1600 - 900)::int END AS own
                FROM made m
                CROSS JOIN LATERAL (
                    SELECT 'point' AS kind, (%s)[1 + floor(power(random(), 1.7) * %d)::int] AS id FROM generate_series(1, 5) WHERE m.i > 0
                    UNION ALL
                    SELECT 'actor', (%s)[1 + floor(power(random(), 1.7) * 20)::int] FROM generate_series(1, 8) WHERE m.i > 0) k
                WHERE m.topic < 0.1
                """,
                points, points.split(",").length, actors);
        for (var slice = 0; slice < SLICES; slice++) {
            run(
                    """
                    INSERT INTO mentions (article, target_kind, target_id, n, outlet, event_time, sentence_no, in_title, sentence, matched,
                        match_start, match_end, rule, confidence, sentiment_own, sentence_start)
                    SELECT m.article, kind, id, 0, m.outlet, m.at, sentence_no, false, t.text, split_part(t.text, ' ', 2), 10, 14, 'r', 0.9, own, 0
                    FROM found JOIN made m USING (i) JOIN sentences t ON t.n = (m.s + sentence_no) %% 20000
                    WHERE id IS NOT NULL AND i > %d AND i <= %d
                    """,
                    (long) articles * slice / SLICES, (long) articles * (slice + 1) / SLICES);
        }
    }

    /** As the sink keeps them; here every word is of one piece. */
    private void searchWords() throws SQLException {
        run("ALTER TABLE findings DISABLE TRIGGER USER");
        run(
                """
                UPDATE findings f SET search_words = strip(to_tsvector('simple', f.title || ' ' || m.sentences))
                FROM (SELECT article, string_agg(sentence, ' ') AS sentences FROM mentions GROUP BY 1) m
                WHERE m.article = f.article
                """);
        run("ALTER TABLE findings ENABLE TRIGGER USER");
    }

    private void coverage(String dossier) throws SQLException {
        run(
                """
                CREATE TEMP TABLE about AS
                SELECT i, kind || ':' || id AS target, own FROM found WHERE id IS NOT NULL
                UNION ALL SELECT i, 'plan:%s', NULL FROM (SELECT DISTINCT i FROM found) f
                UNION ALL SELECT i, 'all', NULL FROM made
                UNION ALL SELECT p.i, 'pair:' || p.id || '|' || a.id, p.own FROM found p JOIN found a USING (i, sentence_no)
                          WHERE p.kind = 'point' AND a.kind = 'actor'
                UNION ALL SELECT f.i, 'point:' || f.id || '/lang:' || m.language, f.own FROM found f JOIN made m USING (i) WHERE f.kind = 'point'
                """,
                dossier);
        run(
                """
                INSERT INTO coverage
                SELECT target, date_bin('15 minutes', m.at, timestamptz 'epoch'), count(*), count(*) FILTER (WHERE relation IN ('original', 'rewrite')),
                       count(*) FILTER (WHERE relation = 'copy'), count(*) FILTER (WHERE relation = 'update'), count(DISTINCT outlet),
                       count(own), coalesce(sum(own), 0), coalesce(sum(own * own::bigint), 0), count(*) FILTER (WHERE own < -100),
                       count(*) FILTER (WHERE own BETWEEN -100 AND 100), count(*) FILTER (WHERE own > 100), 0, 0, 0, 0, 0, 0, 0, 0
                FROM about JOIN made m USING (i) JOIN related USING (i) GROUP BY 1, 2
                """);
    }

    private void others(String points, String actors) throws SQLException {
        run(
                """
                INSERT INTO deadlines
                SELECT 'd' || n, (at::date + 5)::text, at + interval '5 days', 'day', (ARRAY['set','moved','passed','denied'])[1 + n %% 4],
                       jsonb_build_array((%s)[1 + n %% 28]), jsonb_build_array((%s)[1 + n %% 20]), 'us', NULL, 3, at, at + interval '1 day',
                       'Until then.', (SELECT article FROM made WHERE i = n * 10), jsonb_build_array(jsonb_build_object('at', at, 'status', 'set')),
                       NULL, 0, n
                FROM (SELECT n, '%s'::timestamptz - n * interval '4 hours' AS at FROM generate_series(1, 300) n) x
                """,
                points, actors, END);
        run(
                """
                INSERT INTO alerts
                SELECT 't' || n, 'd', (ARRAY['surge','contested-figure','new-deadline'])[1 + n %% 3], 'point:' || (%s)[1 + n %% 28],
                       '%s'::timestamptz - n * interval '15 minutes', 'Told.', '["One."]', (SELECT article FROM made WHERE i = n * 10), NULL, 0, n
                FROM generate_series(1, 5000) n
                """,
                points, END);
        run(
                """
                INSERT INTO feeds SELECT md5(n::text), 'https://f' || n || '.example/', 'outlet-' || n, 'Feed', (ARRAY['healthy','failing'])[1 + n / 4900],
                    NULL, '%s', '%s'::timestamptz - n * interval '2 minutes', '%s', 'rss_2.0', 0, 1, 1, 1, 1, 0, n FROM generate_series(1, 5000) n
                """,
                END, END, END);
        run(
                "INSERT INTO ingest_offset SELECT 't' || n / 6, n % 6, 'findings', 'u', n, 1, 'o', now(), now() FROM generate_series(1, 54) n");
    }

    private void run(String sql, Object... values) throws SQLException {
        var began = System.nanoTime();
        try (var statement = connection.createStatement()) {
            statement.execute(values.length == 0 ? sql.replace("%%", "%") : sql.formatted(values));
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        if (seconds > 5) {
            out.printf(
                    "  %.0f s: %s%n", seconds, sql.strip().lines().findFirst().orElse(""));
        }
    }
}
