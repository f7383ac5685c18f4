// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import com.rometools.rome.io.SyndFeedInput;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.desk.view.View;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.view.Samples.NOON;
import static org.pointwatch.desk.view.Samples.dossier;

/** The feeds over HTTP and the tables that the sink makes. */
@Tag("broker")
final class FeedsApiTest {
    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final View view = new View(metrics);
    private final HttpClient http = HttpClient.newHttpClient();
    private WebServer web = start(database(POSTGRES.jdbcUrl()));

    @BeforeAll
    static void migrate() throws Exception {
        try (var connection = POSTGRES.connect()) {
            Migrations.apply(connection);
        }
    }

    @BeforeEach
    void fill() throws Exception {
        execute("TRUNCATE deadlines, alerts, ingest_offset");
        view.dossier("plan", dossier());
        deadline("d1", "set", "[\"army-cap\"]", "[\"us\",\"ukraine\"]", "2025-11-20T12:00:00Z");
        deadline("d2", "denied", "[\"ceasefire\",\"army-cap\"]", "[\"rubio\"]", "2025-11-21T12:00:00Z");
        deadline("d3", "moved", "[]", "[\"us\"]", "2025-11-22T12:00:00Z");
        advanced("deadlines", 600);
        alert("a1", "new-deadline", "point:army-cap", "2025-11-20T12:00:00Z", null);
        alert("a2", "surge", "actor:rubio", "2025-11-21T12:00:00Z", null);
        alert("a3", "deadline-moved", "point:army-cap", "2025-11-22T12:00:00Z", "a1");
        alert("a4", "surge", "pair:ceasefire|us", "2025-11-23T12:00:00Z", null);
        alert("a5", "deadline-near", "point:army-cap/lang:uk", "2025-11-24T12:00:00Z", "a3");
        advanced("alerts", 700);
    }

    private static void alert(String id, String kind, String target, String at, @Nullable String escalates)
            throws SQLException {
        execute(
                """
                INSERT INTO alerts (id, dossier, kind, target, at, why, evidence, story, escalates, src_partition, src_offset)
                    VALUES ('%s', 'plan', '%s', '%s', '%s', 'Told by %s.', '["One.", "Two."]', 'x', %s, 0, 0)
                """
                        .formatted(id, kind, target, at, id, escalates == null ? "NULL" : "'" + escalates + "'"));
    }

    private static void deadline(String id, String status, String points, String actors, String seen)
            throws SQLException {
        var history = "[{\"at\":\"%s\",\"status\":\"%s\",\"due\":\"2025-11-27\",\"article\":\"a\",\"by\":null}]";
        execute(
                """
                INSERT INTO deadlines (id, due, "precision", status, points, actors, set_by, bound, stories, first_seen,
                        last_seen, evidence, history, src_partition, src_offset)
                    VALUES ('%s', '2025-11-27', 'day', '%s', '%s', '%s', 'us', NULL, 2, '%s', '%s', 'Until Thursday.', '%s', 0, 0)
                """
                        .formatted(id, status, points, actors, seen, seen, history.formatted(seen, status)));
    }

    /** The sink wrote so many seconds ago. */
    private static void advanced(String table, int seconds) throws SQLException {
        execute(
                """
                INSERT INTO ingest_offset (topic, "partition", table_name, topic_uuid, next_offset, epoch, owner, advanced_at)
                    VALUES ('t-%s', %d, '%s', 'u', 1, 1, 'o', now() - interval '%d seconds')
                """
                        .formatted(table, seconds, table, seconds));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = POSTGRES.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DeskSettings database(String url) {
        return DeskSettings.onLoopback(0).withDatabase(new DeskDatabase(url, POSTGRES.user(), POSTGRES.password()));
    }

    private WebServer start(DeskSettings settings) {
        var started = new WebServer(settings, view, new Progress(InstantSource.fixed(NOON)), metrics, NOON);
        started.start();
        return started;
    }

    @AfterEach
    void close() {
        web.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(web.address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    @Test
    void theCalendarHasEveryDeadlineUnderTheNamesOfTheDossier() throws Exception {
        var answer = get("deadlines.ics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/calendar; charset=utf-8");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, max-age=60");
        assertThat(answer.body().lines().filter(line -> line.startsWith("UID:")))
                .containsExactly(
                        "UID:deadline-d3@pointwatch", "UID:deadline-d2@pointwatch", "UID:deadline-d1@pointwatch");
        assertThat(answer.body())
                .contains("SUMMARY:Deadline: Army capped\r\n", "SUMMARY:Deadline (moved)\r\n")
                .contains("SUMMARY:Deadline: Ceasefire\\; Army capped (denied)\r\n", "STATUS:CANCELLED")
                .contains("X-WR-CALNAME:A plan – deadlines\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "point=army-cap, d2 d1",
        "point=ceasefire, d2",
        "point=ceasefire&point=army-cap, d2 d1",
        "actor=us, d3 d1",
        "actor=us&point=army-cap, d1",
        "status=set&status=moved, d3 d1",
        "status=passed, ''",
        "point=unheard-of, ''",
        "unknown=1, d3 d2 d1"
    })
    void theCalendarIsAskedByPointActorAndStatus(String query, String ids) throws Exception {
        var found = get("deadlines.ics?" + query)
                .body()
                .lines()
                .filter(line -> line.startsWith("UID:"))
                .map(line -> line.substring("UID:deadline-".length(), line.indexOf('@')));
        assertThat(String.join(" ", found.toList())).isEqualTo(ids);
    }

    private static String ids(String jsonFeed) {
        return Json.MAPPER
                .readTree(jsonFeed)
                .path("items")
                .valueStream()
                .map(item -> item.at("/_pointwatch/alert").asString())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "unknown=1, a5 a4 a3 a2 a1",
        "kind=surge, a4 a2",
        "kind=surge&kind=new-deadline, a4 a2 a1",
        "point=army-cap, a5 a3 a1",
        "point=ceasefire, a4",
        "point=army, ''",
        "actor=rubio, a2",
        "actor=us, a4",
        "point=ceasefire&actor=us, a4",
        "kind=silence, ''"
    })
    void alertsAreAskedByKindPointAndActor(String query, String wanted) throws Exception {
        var json = get("alerts.json?" + query);
        assertThat(header(json, "Content-Type")).isEqualTo("application/feed+json; charset=utf-8");
        assertThat(ids(json.body())).isEqualTo(wanted);
        var atom = get("alerts.atom?" + query);
        assertThat(header(atom, "Content-Type")).isEqualTo("application/atom+xml; charset=utf-8");
        var read = new SyndFeedInput().build(new StringReader(atom.body()));
        assertThat(read.getEntries().stream().map(e -> e.getUri().replaceFirst(".*/", "")))
                .containsExactlyElementsOf(wanted.isEmpty() ? List.of() : List.of(wanted.split(" ")));
    }

    @Test
    void anAlertIsUpdatedByWhatFollowsItWhateverTheFilter() throws Exception {
        var item = Json.MAPPER
                .readTree(get("alerts.json?kind=new-deadline").body())
                .at("/items/0");
        assertThat(item.path("date_published").asString()).isEqualTo("2025-11-20T12:00:00Z");
        assertThat(item.path("date_modified").asString()).isEqualTo("2025-11-24T12:00:00Z");
        assertThat(item.path("title").asString()).isEqualTo("New deadline: Army capped");
        execute("UPDATE alerts SET escalates = 'a5' WHERE id = 'a1'");
        assertThat(get("alerts.json").statusCode()).isEqualTo(200);
    }

    @Test
    void anAlertLeadsToTheStoryAsItStandsNow() throws Exception {
        execute("INSERT INTO findings (article, revision, dossier, dossier_version, outlet, title, url, language,"
                + " event_time, event_time_source, deadlines, dates, figures, quotes, src_partition, src_offset)"
                + " VALUES ('earlier', 'r', 'plan', '1', 'one.example', 'T', 'https://one.example/1', 'en', now(),"
                + " 'published', '[]', '[]', '[]', '[]', 0, 0)");
        execute("INSERT INTO stories VALUES ('x', 'earlier', 'copy', 'earlier', 0.9, 60, NULL, 0, 0)");
        var item = Json.MAPPER.readTree(get("alerts.json").body()).at("/items/0");
        assertThat(item.path("external_url").asString()).isEqualTo("https://one.example/1");
        assertThat(item.at("/_pointwatch/story").asString()).isEqualTo("earlier");
        execute("UPDATE findings SET url = 'javascript:alert(1)'");
        assertThat(get("alerts.atom").body()).doesNotContain("javascript:");
        execute("TRUNCATE findings, stories");
    }

    @Test
    void aFeedKnowsItsAddressAndItsName() throws Exception {
        var feed = Json.MAPPER.readTree(
                get("alerts.json?unknown=1&kind=surge&actor=us&kind=silence").body());
        assertThat(feed.path("feed_url").asString())
                .isEqualTo(web.address() + "alerts.json?kind=silence&kind=surge&actor=us");
        assertThat(feed.path("home_page_url").asString())
                .isEqualTo(web.address().toString());
        assertThat(feed.path("title").asString()).isEqualTo("A plan – alerts: silence, surge, us");
    }

    @Test
    void theNewestAlertsAreKept() throws Exception {
        execute(
                """
                INSERT INTO alerts
                SELECT 'many-' || n, dossier, kind, target, at + n * interval '1 minute', why, evidence, story, escalates, 0, n
                FROM alerts, generate_series(1, 300) n WHERE id = 'a5'
                """);
        var ids = ids(get("alerts.json").body()).split(" ");
        assertThat(ids)
                .hasSize(FeedBook.MOST_ALERTS)
                .startsWith("many-300", "many-299")
                .endsWith("many-101");
        assertThat(metrics.counter("pointwatch.desk.feeds.cut").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deadlines.ics?status=open | status=open is unknown: use one of denied, merged, moved",
                "deadlines.ics?point=Army%20cap | point=Army cap is no id",
                "deadlines.ics?actor=%25 | actor=% is no id",
                "alerts.atom?point= | point= is no id: use small letters, digits and hyphens, such as point=army-cap",
                "alerts.json?kind=a'b | kind=a'b is no id",
                "alerts.json?kind=surges | kind=surges is unknown: use one of contested-figure, deadline-denied"
            })
    void aBadFilterIsAnsweredWithItsMend(String path, String words) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.MAPPER.readTree(answer.body()).path("error").asString()).startsWith(words);
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() throws Exception {
        var first = get("deadlines.ics");
        var tag = header(first, "ETag");
        assertThat(tag).matches("\"[0-9a-f]{20}\"");
        for (var given : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            var again = get("deadlines.ics", "If-None-Match", given);
            assertThat(again.statusCode()).as(given).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(header(again, "ETag")).isEqualTo(tag);
            assertThat(header(again, "Cache-Control")).isEqualTo("private, max-age=60");
        }
        assertThat(get("deadlines.ics", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(header(get("deadlines.ics?actor=us"), "ETag")).isNotEqualTo(tag);

        execute("UPDATE deadlines SET stories = 3 WHERE id = 'd1'");
        assertThat(get("deadlines.ics", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void aDateServesReadersWithoutATag() throws Exception {
        var modified = header(get("deadlines.ics"), "Last-Modified");
        assertThat(modified).matches("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} 20[0-9]{2} [0-9:]{8} GMT");
        assertThat(get("deadlines.ics", "If-Modified-Since", modified).statusCode())
                .isEqualTo(304);
        assertThat(get("deadlines.ics", "If-Modified-Since", "Thu, 01 Jan 2015 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("deadlines.ics", "If-Modified-Since", "yesterday").statusCode())
                .isEqualTo(200);
        assertThat(get("deadlines.ics", "If-Modified-Since", modified, "If-None-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(200);

        advanced("deadlines", 300);
        assertThat(get("deadlines.ics", "If-Modified-Since", modified).statusCode())
                .isEqualTo(200);
    }

    /** What another transaction of the sink is about to add under the same time must not be missed. */
    @Test
    void aTableThatHasJustChangedIsDatedBack() throws Exception {
        advanced("deadlines", 0);
        var modified = header(get("deadlines.ics"), "Last-Modified");
        var told = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(modified));
        assertThat(told).isBetween(Instant.now().minusSeconds(60), Instant.now().minusSeconds(29));
    }

    @Test
    void aTableThatWasNeverWrittenHasNoDate() throws Exception {
        execute("TRUNCATE ingest_offset");
        assertThat(get("deadlines.ics").headers().firstValue("Last-Modified")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadlines.ics", "alerts.atom", "alerts.json?kind=surge"})
    void headSaysWhatGetWouldAndNoMore(String path) throws Exception {
        var whole = get(path);
        var request = HttpRequest.newBuilder(URI.create(web.address() + path))
                .method("HEAD", HttpRequest.BodyPublishers.noBody());
        var head = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (var name : new String[] {"ETag", "Last-Modified", "Content-Type", "Content-Length", "Cache-Control"}) {
            assertThat(header(head, name)).as(name).isEqualTo(header(whole, name));
        }
    }

    @Test
    void theSizeIsBoundedAndTheCutIsCounted() throws Exception {
        execute(
                """
                INSERT INTO deadlines
                SELECT 'many-' || n, due, ends_at, "precision", status, points, actors, set_by, bound, stories, first_seen,
                       last_seen + n * interval '1 second', evidence, evidence_article, history, merged_into, 0, n
                FROM deadlines, generate_series(1, 600) n WHERE id = 'd1'
                """);
        var body = get("deadlines.ics").body();
        assertThat(body.lines().filter("BEGIN:VEVENT"::equals)).hasSize(FeedBook.MOST_DEADLINES);
        assertThat(metrics.counter("pointwatch.desk.feeds.cut").count()).isEqualTo(1);
    }

    @Test
    void aDeadlineWithoutAnyDayIsCounted() throws Exception {
        execute("UPDATE deadlines SET due = NULL, history = '[]' WHERE id = 'd2'");
        assertThat(get("deadlines.ics").body()).doesNotContain("deadline-d2@");
        assertThat(metrics.counter("pointwatch.desk.feeds.undated").count()).isEqualTo(1);
    }

    @Test
    void saysThatTheDatabaseIsAwayOrBehindOrNone() throws Exception {
        restart(database(POSTGRES.freshDatabase()));
        for (var path : new String[] {"deadlines.ics", "alerts.atom", "alerts.json"}) {
            assertThat(get(path).statusCode()).isEqualTo(503);
            assertThat(get(path).body()).contains("start a sink of this version");
            assertThat(header(get(path), "Cache-Control")).isEqualTo("no-store");
        }
        assertThat(metrics.counter("pointwatch.desk.feeds.failed").count()).isEqualTo(9);
        restart(DeskSettings.onLoopback(0));
        assertThat(get("deadlines.ics").statusCode()).isEqualTo(503);
        assertThat(get("deadlines.ics").body()).contains("without a database: set db.url");
    }

    @Test
    void thePageLeadsToAllOfThem() throws Exception {
        var page = get("").body();
        var scripts = get("js/deadlines.js").body() + get("js/alerts.js").body();
        for (var path : new String[] {"/deadlines.ics", "/alerts.atom", "/alerts.json"}) {
            assertThat(page).contains("<link rel=\"alternate\" href=\"" + path);
            assertThat(scripts).contains(path);
        }
    }

    private void restart(DeskSettings settings) {
        web.close();
        web = start(settings);
    }
}
