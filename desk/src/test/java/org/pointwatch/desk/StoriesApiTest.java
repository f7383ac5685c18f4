// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.desk.view.View;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.view.Samples.NOON;

/** Over the tables that the sink makes. */
@Tag("broker")
final class StoriesApiTest {
    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final HttpClient http = HttpClient.newHttpClient();
    private WebServer web = start(DeskSettings.onLoopback(0)
            .withDatabase(new DeskDatabase(POSTGRES.jdbcUrl(), POSTGRES.user(), POSTGRES.password())));

    @BeforeAll
    static void fill() throws Exception {
        try (var connection = POSTGRES.connect()) {
            Migrations.apply(connection);
            article(connection, "a", 0, null, "original", null);
            article(connection, "b", 600, "reuters", "copy", "a");
            article(connection, "c", 1_200, null, "update", "a");
            article(connection, "w", 1_800, null, "rewrite", "b");
            execute(connection, "UPDATE findings SET url = 'javascript:alert(1)' WHERE article = 'c'");
        }
    }

    private static void article(
            Connection c, String id, int lag, @Nullable String agency, String relation, @Nullable String of)
            throws SQLException {
        var at = NOON.plusSeconds(lag);
        execute(
                c,
                ("INSERT INTO findings (article, revision, dossier, dossier_version, outlet, title, url, language, agency,"
                                + " event_time, event_time_source, deadlines, dates, figures, quotes, src_partition,"
                                + " src_offset) VALUES ('%s', 'r', 'plan', '1', '%s.example', 'Title of %s',"
                                + " 'https://%s.example/1', 'en', %s, '%s', 'published', '[]', '[]', '[]', '[]', 0, 0)")
                        .formatted(id, id, id, id, agency == null ? "NULL" : "'" + agency + "'", at));
        var story = of == null || relation.equals("rewrite") ? id : of;
        execute(
                c,
                "INSERT INTO stories VALUES ('%s', '%s', '%s', %s, %s, %d, NULL, 0, 0)"
                        .formatted(
                                id,
                                story,
                                relation,
                                of == null ? "NULL" : "'" + of + "'",
                                of == null ? "NULL" : "0.9",
                                lag));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private WebServer start(DeskSettings settings) {
        var started =
                new WebServer(settings, new View(metrics), new Progress(InstantSource.fixed(NOON)), metrics, NOON);
        started.start();
        return started;
    }

    @AfterEach
    void close() {
        web.close();
    }

    private HttpResponse<String> get(String id) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(web.address() + "api/v1/stories/" + id));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode json(String id) throws Exception {
        var answer = get(id);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    @Test
    void tellsAStoryWithItsMembersAndItsRewrites() throws Exception {
        var story = json("a");
        var lineage = story.path("lineage");
        assertThat(story.path("story").asString()).isEqualTo("a");
        assertThat(lineage.path("outlet").asString()).isEqualTo("a.example");
        assertThat(lineage.path("probableSource").asString()).isEqualTo("reuters");
        assertThat(lineage.path("firstAt").asString()).isEqualTo("2025-11-24T12:00:00Z");
        assertThat(lineage.path("articles").asInt()).isEqualTo(3);
        assertThat(lineage.path("medianLagSeconds").asDouble()).isEqualTo(900);
        assertThat(story.path("members").valueStream().map(m -> m.path("article")
                        .asString()))
                .containsExactly("a", "b", "c");
        var copy = story.path("members").path(1);
        assertThat(copy.path("relation").asString()).isEqualTo("copy");
        assertThat(copy.path("similarity").asDouble()).isEqualTo(0.9);
        assertThat(copy.path("lagSeconds").asInt()).isEqualTo(600);
        assertThat(copy.path("agency").asString()).isEqualTo("reuters");
        assertThat(copy.path("url").asString()).isEqualTo("https://b.example/1");
        assertThat(story.path("members").path(2).path("url").isNull()).isTrue();
        assertThat(story.path("hours").path(0).path("at").asString()).isEqualTo("2025-11-24T12:00:00Z");
        assertThat(story.path("hours").path(0).path("copies").asInt()).isEqualTo(1);
        assertThat(story.path("membersLeftOff").asInt()).isZero();
        assertThat(story.path("rewrites").path(0).path("article").asString()).isEqualTo("w");
        assertThat(story.path("rewrites").path(0).path("of").asString()).isEqualTo("b");
    }

    @Test
    void findsTheStoryOfAnyOfItsArticles() throws Exception {
        assertThat(json("c")).isEqualTo(json("a"));
        assertThat(json("%61").path("story").asString()).isEqualTo("a");
        assertThat(json("w").path("lineage").path("articles").asInt()).isEqualTo(1);
        assertThat(metrics.counter("pointwatch.desk.requests", "route", "/api/v1/stories/{id}")
                        .count())
                .isEqualTo(4);
    }

    @Test
    void saysWhatIsNotThere() throws Exception {
        for (var id : new String[] {"x", "'%20OR%201=1", "%D1%8F", "a".repeat(500), ""}) {
            assertThat(get(id).statusCode()).as(id).isEqualTo(404);
        }
        assertThat(get("x").body())
                .isEqualTo("{\"error\":\"no story has an article with this id; it may have been"
                        + " withdrawn, or forgotten with age\"}");
        assertThat(get("a/b").statusCode()).isEqualTo(404);
    }

    @Test
    void saysThatTheDatabaseIsAwayOrBehind() throws Exception {
        var empty = POSTGRES.freshDatabase();
        restart(DeskSettings.onLoopback(0).withDatabase(new DeskDatabase(empty, POSTGRES.user(), POSTGRES.password())));
        assertThat(get("a").statusCode()).isEqualTo(503);
        assertThat(get("a").body()).contains("start a sink of this version");
        restart(DeskSettings.onLoopback(0)
                .withDatabase(new DeskDatabase("jdbc:postgresql://127.0.0.1:1/none?password=secret", "me", "secret")));
        assertThat(get("a").statusCode()).isEqualTo(503);
        assertThat(get("a").body()).contains("does not answer").doesNotContain("secret");
        assertThat(metrics.counter("pointwatch.desk.api.failed").count()).isEqualTo(4);
        restart(DeskSettings.onLoopback(0));
        assertThat(get("a").body()).contains("without a database");
    }

    @Test
    void keepsThePasswordToItself() {
        var settings =
                DeskSettings.onLoopback(0).withDatabase(new DeskDatabase("jdbc:postgresql://h/d?x=1", "me", "pw"));
        assertThat(settings.toString())
                .isEqualTo("DeskSettings[127.0.0.1:0, token none, database jdbc:postgresql://h/d as me]");
    }

    private void restart(DeskSettings settings) {
        web.close();
        web = start(settings);
    }
}
