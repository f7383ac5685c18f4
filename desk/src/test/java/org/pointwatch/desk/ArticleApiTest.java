// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.desk.view.View;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.view.Samples.NOON;

/** {@code GET /api/v1/articles/ID} over the tables that the sink makes; each answer is held against the description. */
@Tag("broker")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArticleApiTest {
    /** A character beyond the first plane is two units; the mark of the actor overlaps that of the point. */
    private static final String TITLE = "\uD83D\uDD4A Army <b>cap</b>";

    private static final String WORDS = "The army cap, Rubio said, is \"600,000\".\nIt must be met by Thursday.";
    private static final String WHOLE = TITLE + "\n\n" + WORDS;

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final HttpClient http = HttpClient.newHttpClient();
    private WebServer web;
    private Described described;

    @BeforeAll
    void start() throws Exception {
        try (var connection = POSTGRES.connect()) {
            Migrations.apply(connection);
            ApiWorld.fill(connection);
            fill(ApiWorld.on(connection));
        }
        var database = new DeskDatabase(POSTGRES.jdbcUrl(), POSTGRES.user(), POSTGRES.password());
        var progress = new Progress(InstantSource.fixed(NOON));
        web = new WebServer(
                DeskSettings.onLoopback(0).withDatabase(database), new View(metrics), progress, metrics, NOON);
        web.start();
        described = new Described(send("openapi.json").body());
    }

    @AfterAll
    void stop() {
        web.close();
    }

    private static void fill(ApiWorld world) throws SQLException {
        for (var id : new String[] {"m", "bare", "other", "cut"}) {
            article(world, id);
        }
        world.run("INSERT INTO stories VALUES ('m', 'a', 'copy', 'a', 0.75, 600, NULL, 0, 0)");
        world.run("INSERT INTO texts VALUES ('m', 'r', ?, ?, 'full', false, 0, 0)", TITLE, WORDS);
        world.run("INSERT INTO texts VALUES ('other', 'r2', ?, ?, 'refused', false, 0, 0)", TITLE, "Another army cap.");
        world.run(
                "INSERT INTO texts VALUES ('cut', 'r', ?, ?, 'feed-only', true, 0, 0)", TITLE, WORDS.substring(0, 10));
    }

    private static void article(ApiWorld world, String id) throws SQLException {
        world.run(
                """
                INSERT INTO findings (article, revision, dossier, dossier_version, outlet, outlet_group, title, url, language,
                    agency, event_time, event_time_source, tone, deadlines, dates, figures, quotes, stances, src_partition, src_offset)
                VALUES (?, 'r', 'plan', '1-ab', 'one.example', NULL, ?, 'javascript:alert(1)', NULL, 'reuters', ?, 'first-seen',
                    -250, ?::jsonb, '[]', ?::jsonb, ?::jsonb, ?::jsonb, 0, 0)
                """,
                id,
                TITLE,
                NOON,
                found("phrase", "by Thursday", "'due':null,'precision':'day','status':'set'"),
                found("text", "600,000", "'point':'army-cap','unit':'persons','value':600000,'speaker':'rubio'"),
                found("text", "The army cap", "'name':'He','points':['army-cap']"),
                found("text", "The army cap…", "'actor':'rubio','point':'army-cap','stance':'support'"));
        mention(world, id, "point", "army-cap", "army cap", 0, -700);
        mention(world, id, "actor", "rubio", "cap, Rubio", 0, null);
        mention(world, id, "point", "army-cap", "Army <b>cap", 1, -700);
    }

    private static String found(String field, String words, String more) {
        var start = WHOLE.indexOf(words.replace("…", ""));
        return "[{'%s':'%s','start':%d,'end':%d,%s}]"
                .formatted(field, words, start, start + words.length(), more)
                .replace('\'', '"');
    }

    private static void mention(ApiWorld world, String id, String kind, String target, String words, int n, Integer own)
            throws SQLException {
        var start = WHOLE.indexOf(words);
        world.run(
                """
                INSERT INTO mentions (article, target_kind, target_id, n, outlet, event_time, sentence_no, in_title, sentence,
                    matched, match_start, match_end, rule, confidence, sentiment_own, sentiment_quoted, sentence_start)
                VALUES (?, ?, ?, ?, 'one.example', ?, ?, ?, 'S.', ?, ?, ?, 'r1', 0.9, ?, NULL, ?)
                """,
                id,
                kind,
                target,
                n,
                NOON,
                start < TITLE.length() ? 0 : 1,
                start < TITLE.length(),
                words,
                start,
                start + words.length(),
                own,
                start < TITLE.length() ? 0 : TITLE.length() + 2);
    }

    private HttpResponse<String> send(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(web.address() + "api/" + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (described != null) {
            described.holds("GET", "/api/" + path, answer);
        }
        return answer;
    }

    private JsonNode json(String id) throws Exception {
        var answer = send("v1/articles/" + id);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private static String between(JsonNode one) {
        return WHOLE.substring(one.path("start").asInt(), one.path("end").asInt());
    }

    @Test
    void tellsAnArticleWithItsWordsAndItsPlaceInAStory() throws Exception {
        var article = json("m");
        assertThat(article.path("title").asString()).isEqualTo(TITLE);
        assertThat(article.path("url").isNull()).isTrue();
        assertThat(article.path("language").isNull()).isTrue();
        assertThat(article.path("agency").asString()).isEqualTo("reuters");
        assertThat(article.path("at").asString()).isEqualTo("2025-11-24T12:00:00Z");
        assertThat(article.path("clock").asString()).isEqualTo("first-seen");
        assertThat(article.path("tone").asDouble()).isEqualTo(-0.25);
        assertThat(article.path("dossierVersion").asString()).isEqualTo("1-ab");
        assertThat(article.path("place").toString())
                .isEqualTo("{\"story\":\"a\",\"relation\":\"copy\",\"of\":\"a\",\"similarity\":0.75,\"lagSeconds\":600,"
                        + "\"title\":\"Army cap set out\",\"outlet\":\"one.example\"}");
        assertThat(article.at("/text/words").asString()).isEqualTo(WORDS);
        assertThat(article.at("/text/body").asString()).isEqualTo("full");
        assertThat(article.at("/text/current").asBoolean()).isTrue();
        assertThat(json("o").path("place").path("relation").asString()).isEqualTo("original");
    }

    @Test
    void marksStandWhereTheirOffsetsSayEvenIfTheyOverlap() throws Exception {
        var marks = json("m").path("marks");
        assertThat(marks.valueStream()
                        .map(m -> m.path("target").asString() + " " + between(m) + " " + m.path("placed")))
                .containsExactly(
                        "point:army-cap Army <b>cap true",
                        "point:army-cap army cap true",
                        "actor:rubio cap, Rubio true");
        var first = marks.get(0);
        assertThat(first.path("inTitle").asBoolean()).isTrue();
        assertThat(first.path("rule").asString()).isEqualTo("r1");
        assertThat(first.path("confidence").asDouble()).isEqualTo(0.9);
        assertThat(first.at("/sentiment/own").asDouble()).isEqualTo(-0.7);
        assertThat(first.at("/sentiment/quoted").isNull()).isTrue();
        assertThat(json("m").path("marksLeftOff").asInt()).isZero();
    }

    @Test
    void whatElseWasFoundIsToldWithItsPlace() throws Exception {
        var article = json("m");
        for (var list : new String[] {"figures", "quotes", "deadlines", "stances"}) {
            assertThat(article.path(list).size()).as(list).isEqualTo(1);
            assertThat(article.at("/" + list + "/0/placed").asBoolean())
                    .as(list)
                    .isTrue();
        }
        assertThat(article.at("/figures/0/value").asDouble()).isEqualTo(600_000);
        assertThat(between(article.at("/figures/0"))).isEqualTo("600,000");
        assertThat(article.at("/deadlines/0/due").isNull()).isTrue();
        assertThat(article.at("/deadlines/0/points").size()).isZero();
        assertThat(article.at("/quotes/0/name").asString()).isEqualTo("He");
        assertThat(article.at("/stances/0/stance").asString()).isEqualTo("support");
    }

    @ParameterizedTest
    @CsvSource({"bare, 0", "other, 1", "cut, 1"})
    void noMarkIsPlacedWhereTheKeptWordsSaySomethingElse(String id, int placed) throws Exception {
        var article = json(id);
        assertThat(article.path("marks").size()).isEqualTo(3);
        assertThat(article.path("marks").valueStream().filter(m -> m.path("placed")
                        .asBoolean()))
                .hasSize(placed);
        assertThat(article.path("text").isNull()).isEqualTo(id.equals("bare"));
        assertThat(article.at("/text/current").asBoolean(false)).isEqualTo(id.equals("cut"));
        assertThat(article.at("/text/truncated").asBoolean(false)).isEqualTo(id.equals("cut"));
    }

    @Test
    void isAListOfMarksForSpreadsheetsAndHasATag() throws Exception {
        var csv = send("v1/articles/m?format=csv");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(4);
        assertThat(csv.body()).startsWith("target,matched,start,end,placed,").contains("actor:rubio,\"cap, Rubio\"");
        var tag = send("v1/articles/m").headers().firstValue("ETag").orElseThrow();
        assertThat(send("v1/articles/m", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(send("v1/articles/a", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "'%20OR%201=1", "%00", "%D1%8F", ""})
    void anUnknownOneIsNotFoundAndSaysWhatToDo(String id) throws Exception {
        var answer = send("v1/articles/" + id);
        assertThat(answer.statusCode()).isIn(404, 400);
        if (answer.statusCode() == 404) {
            assertThat(answer.body()).contains("no article with this id is kept", "/api/v1/evidence?q=");
        }
    }

    @Test
    void ofVeryManyMarksTheFirstAreGivenAndTheRestIsCounted() throws Exception {
        try (var connection = POSTGRES.connect()) {
            ApiWorld.on(connection)
                    .run(
                            """
                            INSERT INTO mentions (article, target_kind, target_id, n, outlet, event_time, sentence_no, match_start,
                                match_end, rule)
                            SELECT 'bare', 'actor', 'many', n, 'one.example', ?, 0, 5, 6, 'r' FROM generate_series(1, 2100) n
                            """,
                            NOON);
            var article = json("bare");
            assertThat(article.path("marks").size()).isEqualTo(2_000);
            assertThat(article.path("marksLeftOff").asInt()).isEqualTo(103);
            ApiWorld.on(connection).run("DELETE FROM mentions WHERE target_id = 'many'");
        }
    }
}
