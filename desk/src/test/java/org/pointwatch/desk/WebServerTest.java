// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.desk.view.View;
import org.pointwatch.wire.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pointwatch.desk.view.Samples.NOON;
import static org.pointwatch.desk.view.Samples.coverage;
import static org.pointwatch.desk.view.Samples.dossier;
import static org.pointwatch.desk.view.Samples.finding;

final class WebServerTest {
    private static final String TOKEN = "0123456789abcdef";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final View view = new View(metrics);
    private final Progress progress = new Progress(InstantSource.fixed(NOON));
    private final HttpClient http = HttpClient.newHttpClient();
    private WebServer web = start(DeskSettings.onLoopback(0));

    private WebServer start(DeskSettings settings) {
        var started = new WebServer(settings, view, progress, metrics, NOON);
        started.start();
        return started;
    }

    private void restart(DeskSettings settings) {
        web.close();
        web = start(settings);
    }

    @AfterEach
    void close() {
        web.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(web.address() + path.substring(1)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(to(path));
    }

    private String statusLine(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", web.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/points/army-cap",
                "/js/frame.js",
                "/desk.css",
                "/icon.svg",
                "/api/coverage",
                "/health/live",
                "/nothing"
            })
    void everyAnswerCarriesTheSecurityHeaders(String path) throws Exception {
        var headers = get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                        + " require-trusted-types-for 'script'; trusted-types 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST:1234, 200",
        "127.0.0.1:8080, 200",
        "[::1]:8080, 200",
        "evil.example, 403",
        "127.0.0.1.evil.example, 403",
        "localhost.evil.example:80, 403",
        "169.254.169.254, 403"
    })
    void answersOnlyUnderItsOwnNames(String host, int status) throws Exception {
        assertThat(statusLine("GET /health/live HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .contains(" " + status + " ");
    }

    @Test
    void answersUnderANameThatWasAllowedAndNeverWithoutOne() throws Exception {
        restart(new DeskSettings("127.0.0.1", 0, Set.of("Desk.example"), null));
        assertThat(statusLine("GET / HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n"))
                .contains(" 200 ");
        assertThat(statusLine("GET / HTTP/1.0\r\n\r\n")).contains(" 403 ");
        assertThat(metrics.counter("pointwatch.desk.refused", "reason", "host").count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void isReadOnly(String method) throws Exception {
        var answer = send(to("/api/coverage").method(method, HttpRequest.BodyPublishers.ofString("x")));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void headAnswersWithoutABody() throws Exception {
        for (var path : new String[] {"/", "/api/coverage", "/api/stream"}) {
            var answer = send(to(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shell.html",
                "/../pom.xml",
                "/%2e%2e/pom.xml",
                "/page/js/frame.js",
                "/api",
                "/js/",
                "/js/frame.js/"
            })
    void servesNothingElse(String path) throws Exception {
        assertThat(statusLine("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .containsAnyOf(" 404 ", " 400 ");
    }

    @Test
    void aBrowserKeepsThePageUntilItChanges() throws Exception {
        var tag = get("/js/frame.js").headers().firstValue("ETag").orElseThrow();
        var again = send(to("/js/frame.js").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void aTokenIsAskedForOnceItIsSet() throws Exception {
        restart(new DeskSettings("127.0.0.1", 0, Set.of(), TOKEN));
        assertThat(get("/api/coverage").statusCode()).isEqualTo(401);
        assertThat(get("/?token=wrong").statusCode()).isEqualTo(401);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(send(to("/api/coverage").header("Authorization", "Bearer " + TOKEN))
                        .statusCode())
                .isEqualTo(200);

        var login = get("/?token=" + TOKEN);
        assertThat(login.statusCode()).isEqualTo(303);
        var cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).endsWith("; Path=/; HttpOnly; SameSite=Strict");
        assertThat(send(to("/").header("Cookie", "a=b; " + cookie.replaceAll(";.*", "")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAddressOfItsOwnIsAHostAndHasNoPath() throws Exception {
        restart(DeskSettings.onLoopback(0).withAddress("https://Desk.example:8443"));
        assertThat(statusLine("GET / HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n"))
                .contains(" 200 ");
        assertThat(DeskSettings.onLoopback(0)
                        .withAddress("https://desk.example")
                        .address())
                .isEqualTo("https://desk.example/");
        for (var wrong : List.of(
                "desk.example", "ftp://desk.example", "https://a/b", "https://a?b", "https://a@b", "https://[")) {
            assertThatThrownBy(() -> DeskSettings.onLoopback(0).withAddress(wrong))
                    .hasMessageContaining("desk address " + wrong + " is none: write http or https");
        }
    }

    @Test
    void refusesToBeReachedFromElsewhereWithoutAToken() {
        assertThatThrownBy(() -> new DeskSettings("0.0.0.0", 0, Set.of(), null))
                .isInstanceOf(DeskException.class)
                .hasMessageContaining("set a desk token");
        assertThatThrownBy(() -> new DeskSettings("127.0.0.1", 70_000, Set.of(), null))
                .hasMessageContaining("70000 is out of range");
        assertThatThrownBy(() -> new DeskSettings("127.0.0.1", 0, Set.of(), "short"))
                .hasMessageContaining("16 to 200");
        assertThat(new DeskSettings("0.0.0.0", 0, Set.of(), TOKEN).toString()).doesNotContain(TOKEN);
    }

    @Test
    void aTakenPortIsNamedWithTheMend() {
        var port = web.address().getPort();
        assertThatThrownBy(() -> start(DeskSettings.onLoopback(port)))
                .isInstanceOf(DeskException.class)
                .hasMessage("port " + port + " is in use: --port " + (port + 1) + ", or 0 for any free one");
    }

    @Test
    void anAddressOfAnotherMachineIsNamedWithTheMend() {
        assertThatThrownBy(() -> start(new DeskSettings("192.0.2.1", 0, Set.of(), TOKEN)))
                .isInstanceOf(DeskException.class)
                .hasMessageStartingWith("cannot listen on 192.0.2.1:0")
                .hasMessageContaining("use an address of this machine");
    }

    @Test
    void coverageIsAskedByRangeAndTarget() throws Exception {
        view.dossier("plan", dossier());
        view.coverage("point:army-cap@" + NOON, coverage("point:army-cap", NOON, 2, 3, 1));
        view.finding("a", finding("a", NOON, "one.example", "army-cap"));

        var all = Json.MAPPER.readTree(get("/api/coverage").body());
        assertThat(all.path("asOf").asString()).isEqualTo("2025-11-24T12:00:00Z");
        assertThat(all.path("targets").size()).isEqualTo(3);
        var row = Json.MAPPER
                .readTree(get("/api/coverage?target=point:army-cap&from=2025-11-24&to=2025-11-24&unknown=1")
                        .body())
                .path("targets")
                .path(0);
        assertThat(row.path("articles").asInt()).isEqualTo(6);
        assertThat(row.path("outlets").asInt()).isEqualTo(1);
        assertThat(row.path("last").path("sentence").asString()).isEqualTo("Sentence of a.");
        assertThat(row.path("last").path("clock").asString()).isEqualTo("published");
        assertThat(row.path("sentiment").path("own").path("mean").isNull()).isTrue();
        var none = Json.MAPPER.readTree(
                get("/api/coverage?from=2025-11-25&target=point:unheard-of").body());
        assertThat(none.path("targets").path(0).path("articles").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from=yesterday is no time",
        "to=2025-13-01, to=2025-13-01 is no time",
        "from=2025-11-25&to=2025-11-24, from is not before to",
        "to=%2B1000000000-12-31T23:59:59Z, outside of time",
        "target=pair:a|b, is not held by the desk",
        "target=nonsense, is not held by the desk",
        "from=%ff%zz, not properly"
    })
    void aBadQuestionIsAnsweredWithItsMend(String query, String words) throws Exception {
        var status =
                statusLine("GET /api/coverage?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(status).contains(" 400 ");
        if (!query.contains("|") && !query.contains("%zz")) {
            assertThat(get("/api/coverage?" + query).body()).contains(words);
        }
        assertThat(get("/api/stream?range=3d").body()).contains("use one of all, 28d, 7d, 24h");
    }

    @Test
    void isReadyOnceItHasCaughtUp() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        progress.begins();
        assertThat(get("/health/ready").body()).contains("catching-up", "\"asOf\":null");
        progress.live();
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        progress.interrupted("Kafka is away");
        assertThat(get("/health/ready").body()).contains("Kafka is away");
        progress.waiting(0);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/nothing, 404, /api/openapi.json tells of its API",
        "/api/v1/stories/%00, 400, cannot read this request",
        "//api/v1/status, 400, without //",
        "/api/v1/a%2Fb, 400, encoded slashes",
        "/alerts.atom?kind=joke, 503, db.url"
    })
    void aProgramIsToldInJsonWhatIsWrong(String path, int status, String words) throws Exception {
        try (var socket = new Socket("127.0.0.1", web.address().getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 " + status).contains("Content-Type: application/json");
            var body = Json.MAPPER.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
            assertThat(body.path("error").asString()).contains(words);
        }
    }

    @Test
    void anAnswerIsMadeSmallForThoseWhoTakeItSo() throws Exception {
        for (var path : List.of("/js/frame.js", "/api/openapi.json", "/")) {
            var plain = get(path);
            assertThat(plain.headers().allValues("Vary").toString()).contains("Accept-Encoding");
            assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
            var packed = http.send(
                    to(path).header("Accept-Encoding", "br, gzip;q=0.5").build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(packed.body().length).isLessThan(plain.body().length() * 2 / 3);
            try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
                assertThat(unpacked.readAllBytes())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(plain.body());
            }
            var tag = packed.headers().firstValue("ETag").orElseThrow();
            assertThat(tag).startsWith("W/");
            assertThat(send(to(path).header("If-None-Match", tag)).statusCode()).isEqualTo(304);
            assertThat(send(to(path).header("Accept-Encoding", "gzip;q=0")).body())
                    .isEqualTo(plain.body());
        }
    }

    @Test
    void anAnswerWithoutATagIsMadeSmallToo() throws Exception {
        var many = IntStream.range(0, 30).mapToObj(i -> "target=point:p" + i).collect(Collectors.joining("&"));
        var packed = http.send(
                to("/api/coverage?" + many).header("Accept-Encoding", "gzip").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(packed.statusCode()).isEqualTo(200);
        assertThat(packed.headers().firstValue("ETag")).isEmpty();
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(unpacked.readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(get("/api/coverage?" + many).body());
        }
    }

    @Test
    void aFeedIsReadWithTheTokenAsPassword() throws Exception {
        restart(new DeskSettings("127.0.0.1", 0, Set.of(), TOKEN));
        var login = "Basic " + Base64.getEncoder().encodeToString(("any:" + TOKEN).getBytes(StandardCharsets.UTF_8));
        var wrong = "basic " + Base64.getEncoder().encodeToString("any:wrong".getBytes(StandardCharsets.UTF_8));
        for (var path : List.of("/deadlines.ics", "/alerts.atom", "/alerts.json")) {
            assertThat(get(path).headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"Pointwatch\"");
            assertThat(send(to(path).header("Authorization", login)).statusCode())
                    .isEqualTo(503);
            for (var other : List.of(wrong, "Basic ?", "Basic ", "Basic")) {
                assertThat(send(to(path).header("Authorization", other)).statusCode())
                        .isEqualTo(401);
            }
        }
        assertThat(send(to("/api/coverage").header("Authorization", login)).statusCode())
                .isEqualTo(401);
        assertThat(send(to("/api/coverage").header("Authorization", "bearer " + TOKEN))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 503",
        "application/JSON; charset=utf-8, 503",
        "application/jsonx, 415",
        "text/plain, 415"
    })
    void aBodyIsJson(String type, int status) throws Exception {
        var request = to("/api/v1/try")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"x\"}"));
        assertThat(send(request).statusCode()).isEqualTo(status);
    }
}
