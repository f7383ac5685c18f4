// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Target;

import static org.pointwatch.desk.view.Samples.NOON;

/**
 * A small world in the sink's tables: a story with a copy and an update, a rewrite, a story of another day in another
 * language; deadlines, alerts, figures, quotes, feeds.
 */
final class ApiWorld {
    private final Connection connection;
    private int offset;

    private ApiWorld(Connection connection) {
        this.connection = connection;
    }

    /** One article with a sentence that mentions a point and an actor. */
    private record Piece(
            String id,
            Instant at,
            String outlet,
            @Nullable String language,
            String relation,
            @Nullable String of,
            String title) {}

    static void fill(Connection connection) throws Exception {
        var world = new ApiWorld(connection);
        world.articles();
        world.words();
        world.coverage();
        world.objects();
        world.advance();
    }

    private void articles() throws SQLException {
        var a = new Piece("a", NOON, "one.example", "en", "original", null, "Army cap set out");
        article(a, "army-cap", "rubio", "The army would be capped, and the army would shrink, Rubio said.", 300, null);
        article(
                new Piece("b", NOON.plusSeconds(600), "two.example", "en", "copy", "a", "Army cap set out"),
                "army-cap",
                "rubio",
                "The army would be capped, and the army would shrink, Rubio said.",
                null,
                null);
        article(
                new Piece("c", NOON.plusSeconds(4_000), "one.example", "en", "update", "a", "Army cap, updated"),
                "army-cap",
                "rubio",
                "The army would be capped at 600,000.",
                null,
                null);
        article(
                new Piece("w", NOON.plusSeconds(7_200), "three.example", null, "rewrite", "a", "Ceiling on forces"),
                "army-cap",
                "rubio",
                "A ceiling on the army was proposed.",
                -400,
                -200);
        article(
                new Piece(
                        "u",
                        NOON.minus(Duration.ofDays(1)),
                        "four.example",
                        "uk",
                        "original",
                        null,
                        "Припинення вогню"),
                "ceasefire",
                "rubio",
                "Угода про припинення вогню можлива.",
                0,
                null);
        article(
                new Piece("o", NOON.minus(Duration.ofDays(2)), "five.example", "en", "original", null, "Weather"),
                null,
                null,
                "",
                null,
                null);
    }

    private void article(
            Piece piece,
            @Nullable String point,
            @Nullable String actor,
            String sentence,
            @Nullable Integer own,
            @Nullable Integer quoted)
            throws SQLException {
        var figures = point == null || !piece.id().equals("c") && !piece.id().equals("w")
                ? "[]"
                : "[{\"point\":\"army-cap\",\"unit\":\"persons\",\"value\":%s,\"text\":\"%s\",\"start\":1,\"end\":2,\"speaker\":null}]"
                        .formatted(
                                piece.id().equals("c") ? "600000" : "800000",
                                piece.id().equals("c") ? "600,000" : "800,000");
        var quotes = piece.id().equals("a")
                ? "[{\"speaker\":\"rubio\",\"name\":\"Rubio\",\"text\":\"would be capped\",\"start\":1,\"end\":2,\"points\":[\"army-cap\"]}]"
                : "[]";
        run(
                """
                INSERT INTO findings (article, revision, dossier, dossier_version, outlet, outlet_group, title, url, language,
                    agency, event_time, event_time_source, deadlines, dates, figures, quotes, src_partition, src_offset)
                VALUES (?, 'r', 'plan', '1', ?, 'wires', ?, ?, ?, NULL, ?, 'published', '[]', '[]', ?::jsonb, ?::jsonb, 0, 0)
                """,
                piece.id(),
                piece.outlet(),
                piece.title(),
                "https://" + piece.outlet() + "/" + piece.id(),
                piece.language(),
                piece.at(),
                figures,
                quotes);
        var story = List.of("copy", "update").contains(piece.relation()) ? piece.of() : piece.id();
        run(
                "INSERT INTO stories VALUES (?, ?, ?, ?, ?, 0, NULL, 0, 0)",
                piece.id(),
                story,
                piece.relation(),
                piece.of(),
                piece.of() == null ? null : 0.9);
        mentions(piece, point, actor, sentence, own, quoted);
        if (point != null) {
            run(
                    "INSERT INTO texts VALUES (?, 'r', ?, ?, ?, false, 0, 0)",
                    piece.id(),
                    piece.title(),
                    sentence
                            + (piece.id().equals("b") ? "" : " Talks go on. Nobody <b>knows</b> more.")
                            + (piece.id().equals("c") ? "\nA date was named." : ""),
                    piece.id().equals("c") ? "feed-only" : "full");
        }
    }

    /** In one statement, as the sink does it: pairs are found in it. */
    private void mentions(
            Piece piece,
            @Nullable String point,
            @Nullable String actor,
            String sentence,
            @Nullable Integer own,
            @Nullable Integer quoted)
            throws SQLException {
        var matched = sentence.contains("army") ? "army" : "вогню";
        var start = sentence.lastIndexOf(matched);
        run(
                """
                INSERT INTO mentions (article, target_kind, target_id, n, outlet, event_time, sentence_no, in_title, sentence,
                    matched, match_start, match_end, rule, confidence, sentiment_own, sentiment_quoted, sentence_start)
                SELECT ?, k.kind, k.id, 0, ?, ?, 0, false, ?, ?, ?, ?, 'r1', 0.9, k.own, k.quoted, 40
                FROM (VALUES ('point', ?, ?::int, ?::int), ('actor', ?, NULL, NULL)) k (kind, id, own, quoted)
                WHERE k.id IS NOT NULL
                """,
                piece.id(),
                piece.outlet(),
                piece.at(),
                sentence,
                matched,
                40 + start,
                40 + start + matched.length(),
                point,
                own,
                quoted,
                actor);
    }

    /** As the sink writes them; of the others no words are known, as if an older sink had written them. */
    private void words() throws SQLException {
        run(
                """
                UPDATE findings f SET search_words = coalesce(
                    (SELECT strip(to_tsvector('simple', f.title || ' ' || string_agg(m.sentence, ' ')))
                     FROM mentions m WHERE m.article = f.article), '')
                WHERE f.article IN ('a', 'w', 'o')
                """);
    }

    private void coverage() throws SQLException {
        for (var target : List.of(
                "point:army-cap", "actor:rubio", "pair:army-cap|rubio", "plan:plan", "all", "point:army-cap/lang:en")) {
            bucket(target, NOON, 1, 1, 0, 300);
            bucket(target, NOON.plusSeconds(3_600), 0, 0, 1, null);
            bucket(target, NOON.plusSeconds(7_200), 1, 0, 0, -400);
        }
        bucket("point:ceasefire", NOON.minus(Duration.ofDays(1)), 1, 0, 0, 0);
    }

    void bucket(String target, Instant at, long stories, long copies, long updates, @Nullable Integer own)
            throws SQLException {
        var n = own == null ? 0 : 1;
        var value = own == null ? 0 : own;
        run(
                """
                INSERT INTO coverage VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0)
                ON CONFLICT (target, bucket) DO UPDATE SET articles = excluded.articles, copies = excluded.copies
                """,
                target,
                Target.bucket(at),
                stories + copies + updates,
                stories,
                copies,
                updates,
                n,
                (long) value,
                (long) value * value,
                value < -100 ? n : 0,
                Math.abs(value) <= 100 ? n : 0,
                value > 100 ? n : 0);
    }

    private void objects() throws SQLException {
        var history =
                "[{\"at\":\"%s\",\"status\":\"set\",\"due\":\"2025-11-27\",\"article\":\"a\",\"by\":\"rubio\",\"evidence\":\"E.\"},{\"at\":\"%s\",\"status\":\"moved\",\"due\":\"2025-11-30\",\"article\":\"w\",\"by\":null,\"evidence\":\"F.\"}]"
                        .formatted(NOON.minus(Duration.ofDays(3)), NOON);
        for (var id : List.of("d1", "d2")) {
            run(
                    """
                    INSERT INTO deadlines VALUES (?, '2025-11-30', ?, 'day', 'moved', '["army-cap"]', '["rubio"]', 'rubio', NULL, 2,
                        ?, ?, 'Until Sunday.', 'a', ?::jsonb, NULL, 0, 0)
                    """,
                    id,
                    Instant.parse("2025-12-01T00:00:00Z"),
                    id.equals("d1") ? NOON.minus(Duration.ofDays(3)) : NOON,
                    NOON.plusSeconds(id.length()),
                    history);
        }
        for (var id : List.of("t1", "t2", "t3")) {
            run(
                    "INSERT INTO alerts VALUES (?, 'plan', ?, 'point:army-cap', ?, 'Told.', '[\"One.\"]', 'a', ?, 0, 0)",
                    id,
                    id.equals("t3") ? "surge" : "contested-figure",
                    NOON.plusSeconds(id.charAt(1)),
                    id.equals("t2") ? "t1" : null);
        }
        stance("rubio", "army-cap", "oppose", 0);
        stance("rubio", "ceasefire", "conditional", 0);
        stance("zelensky", "nato-membership", "unknown", 60);
        for (var window : List.of("24h", "7d")) {
            run(
                    """
                    INSERT INTO rolling VALUES ('point:army-cap', ?, ?, 4, 2, 1, 1, 3, 2, -100, 250000, 1, 0, 1, 0, 0, 0, 0, 0, 0,
                        1, 1, 0, 0, 1, '{}', 0.5, ?, NULL, NULL, 0, 0)
                    """,
                    window,
                    NOON,
                    NOON);
        }
        feed("https://one.example/feed", "healthy", Duration.ofHours(1), null);
        feed("https://two.example/feed", "healthy", Duration.ofDays(9), null);
        feed("javascript:alert(1)", "failing", Duration.ofDays(9), "HTTP 500");
        run("UPDATE feeds SET silent_since = ? WHERE feed LIKE '%two.example%'", NOON.minus(Duration.ofDays(9)));
        run("UPDATE feeds SET outlet = 'two.example', outlet_group = 'papers', language = 'en', bodies_full = 6,"
                + " bodies_feed_only = 3, bodies_refused = 1 WHERE feed LIKE '%two.example%'");
    }

    private void stance(String actor, String point, String stance, int seconds) throws SQLException {
        var history =
                "[{\"at\":\"%s\",\"stance\":\"support\",\"article\":null}]".formatted(NOON.minus(Duration.ofDays(9)));
        run(
                """
                INSERT INTO stances VALUES (?, ?, ?, 'We say so.', 'a', 'one.example', NULL, ?, ?, 3, 1, 2, 0, 5, 9, ?, ?::jsonb, 2, 0, 0)
                """,
                actor,
                point,
                stance,
                NOON.plusSeconds(seconds),
                NOON.minus(Duration.ofDays(4)),
                NOON.plusSeconds(3_600),
                history);
    }

    private void feed(String url, String health, Duration since, @Nullable String reason) throws SQLException {
        run(
                "INSERT INTO feeds VALUES (?, ?, 'one.example', 'A feed', ?, ?, ?, ?, ?, 'rss_2.0', 0, 9, 3, 5, 4, 0, 0)",
                "h" + url.hashCode(),
                url,
                health,
                reason,
                NOON,
                NOON.minus(since),
                NOON.plusSeconds(900));
    }

    /** As if the sink had stored something more. */
    void advance() throws SQLException {
        run(
                """
                INSERT INTO ingest_offset (topic, "partition", table_name, topic_uuid, next_offset, epoch, owner, advanced_at)
                VALUES ('pointwatch-coverage', 0, 'coverage', 'u', ?, 1, 'o', now())
                ON CONFLICT (topic, "partition") DO UPDATE SET next_offset = excluded.next_offset
                """,
                (long) ++offset);
    }

    static ApiWorld on(Connection connection) {
        var world = new ApiWorld(connection);
        world.offset = 1_000;
        return world;
    }

    void run(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                var value = values[i] instanceof Instant at ? Timestamp.from(at) : values[i];
                statement.setObject(i + 1, value);
            }
            statement.execute();
        }
    }
}
