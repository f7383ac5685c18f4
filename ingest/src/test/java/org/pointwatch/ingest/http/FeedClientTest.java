// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pointwatch.ingest.FeedFixtureServer;
import org.pointwatch.ingest.http.FetchOutcome.Failed;
import org.pointwatch.ingest.http.FetchOutcome.Fetched;
import org.pointwatch.ingest.http.FetchOutcome.Gone;
import org.pointwatch.ingest.http.FetchOutcome.NotModified;
import org.pointwatch.ingest.http.FetchOutcome.RateLimited;

import static org.assertj.core.api.Assertions.assertThat;

final class FeedClientTest {
    private static final FetchLimits SMALL =
            new FetchLimits(1 << 20, 64 << 10, Duration.ofSeconds(2), Duration.ofSeconds(2), 5);

    private final FeedFixtureServer server = new FeedFixtureServer();
    private final FeedClient client = client(server.origin());

    private static FeedClient client(String... exceptions) {
        var clock = Clock.fixed(Instant.parse("2025-11-22T12:00:00Z"), ZoneOffset.UTC);
        return new FeedClient("Pointwatch-test", Set.of(exceptions), SMALL, 2, clock);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    private FetchOutcome get(String path) {
        return client.get(server.url(path), null, null);
    }

    private static String reason(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(Failed.class);
        return ((Failed) outcome).reason();
    }

    @Test
    void asksPolitelyAndKeepsValidatorsByteForByte() {
        server.handle("/a", e -> {
            e.getResponseHeaders().set("ETag", "W/\"a,b \u00e9\"");
            e.getResponseHeaders().set("Last-Modified", "yesterday or so");
            e.getResponseHeaders().set("Cache-Control", "public, max-age=43200");
            e.getResponseHeaders().set("Set-Cookie", "a=b");
            FeedFixtureServer.send(e, 200, "body".getBytes());
        });
        var first = (Fetched) get("/a");
        assertThat(first.etag()).isEqualTo("W/\"a,b \u00e9\"");
        assertThat(first.freshFor()).isEqualTo(Duration.ofHours(12));
        client.get(server.url("/a"), first.etag(), first.lastModified());
        var asked = server.asked("/a");
        assertThat(asked.get(0).header())
                .containsEntry("user-agent", "Pointwatch-test")
                .containsEntry("accept-encoding", "gzip")
                .doesNotContainKeys("cookie", "referer", "if-none-match", "if-modified-since");
        assertThat(asked.get(1).header())
                .containsEntry("if-none-match", "W/\"a,b \u00e9\"")
                .containsEntry("if-modified-since", "yesterday or so")
                .doesNotContainKey("cookie");
    }

    @Test
    void tellsOutcomesApart() {
        server.serveWithEtag("/same", "\"1\"", "x")
                .handle("/gone", e -> e.sendResponseHeaders(410, -1))
                .handle("/odd", e -> e.sendResponseHeaders(304, -1))
                .handle("/part", e -> FeedFixtureServer.send(e, 206, "x".getBytes()))
                .handle("/slow-down", e -> {
                    e.getResponseHeaders().set("Retry-After", "120");
                    e.sendResponseHeaders(429, -1);
                })
                .handle("/away", e -> {
                    e.getResponseHeaders().set("Retry-After", "Sat, 22 Nov 2025 13:00:00 GMT");
                    e.sendResponseHeaders(503, -1);
                });
        assertThat(client.get(server.url("/same"), "\"1\"", null)).isInstanceOf(NotModified.class);
        assertThat(get("/gone")).isEqualTo(new Gone());
        assertThat(reason(get("/odd"))).contains("304");
        assertThat(reason(get("/part"))).isEqualTo("HTTP 206");
        assertThat(reason(get("/none"))).isEqualTo("HTTP 404");
        assertThat(get("/slow-down")).isEqualTo(new RateLimited(429, Duration.ofMinutes(2)));
        assertThat(get("/away")).isEqualTo(new RateLimited(503, Duration.ofHours(1)));
    }

    @Test
    void boundsWhatRetryAfterMayAsk() {
        var reader = new ResponseReader(SMALL, Clock.systemUTC());
        assertThat(reader.retryAfter("-1")).isNull();
        assertThat(reader.retryAfter("999999999999")).isEqualTo(Duration.ofDays(7));
        assertThat(reader.retryAfter("Sat, 22 Nov 2003 13:00:00 GMT")).isNull();
        assertThat(reader.retryAfter("soon")).isNull();
        assertThat(reader.retryAfter("1000000000000000000")).isNull();
    }

    @Test
    void followsRedirectsWithinItsRules() throws IOException {
        server.serve("/end", "x")
                .handle("/to", e -> redirect(e, "/end"))
                .handle("/loop", e -> redirect(e, "/loop"))
                .handle("/file", e -> redirect(e, "file:///etc/passwd"))
                .handle("/inside", e -> redirect(e, "http://169.254.169.254/latest/"))
                .handle("/port", e -> redirect(e, "http://127.0.0.1:22/"));
        assertThat(((Fetched) get("/to")).url()).isEqualTo(server.url("/end"));
        assertThat(reason(get("/loop"))).isEqualTo("more than 5 redirects");
        assertThat(server.asked("/loop")).hasSize(6);
        assertThat(reason(get("/file"))).contains("not followed");
        assertThat(reason(get("/inside"))).contains("link local");
        assertThat(reason(get("/port"))).contains("port 22");
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    @Test
    void dialsNoAddressOfItsOwnNetwork() throws IOException {
        try (var strict = client()) {
            assertThat(reason(strict.get(server.url("/a"), null, null))).contains("add " + server.origin());
            assertThat(reason(strict.get("http://127.0.0.1/", null, null))).contains("loopback");
            assertThat(reason(strict.get("http://localhost./", null, null))).contains("not dialled");
            assertThat(reason(strict.get("http://[::1]/", null, null))).contains("not dialled");
            assertThat(reason(strict.get("http://2130706433/", null, null))).contains("loopback");
            assertThat(reason(strict.get("file:///etc/passwd", null, null))).contains("no http(s) address");
        }
    }

    @Test
    void stopsAtItsLimits() {
        server.handle("/large", e -> {
            e.sendResponseHeaders(200, 0);
            endless(e.getResponseBody(), 65_536);
        });
        server.handle("/drip", e -> {
            e.sendResponseHeaders(200, 0);
            e.getResponseBody().write('x');
            e.getResponseBody().flush();
            stall();
        });
        server.handle("/silent", e -> stall());
        server.handle("/bomb", e -> {
            e.getResponseHeaders().set("Content-Encoding", "gzip");
            FeedFixtureServer.send(e, 200, gzipped(new byte[50 << 20]));
        });
        server.handle("/twice", e -> {
            e.getResponseHeaders().set("Content-Encoding", "br");
            FeedFixtureServer.send(e, 200, new byte[10]);
        });
        server.handle("/headers", e -> {
            for (var i = 0; i < 40; i++) {
                e.getResponseHeaders().set("X-" + i, "x".repeat(2_000));
            }
            FeedFixtureServer.send(e, 200, new byte[10]);
        });
        assertThat(reason(get("/large"))).contains("larger than 1048576");
        assertThat(reason(get("/bomb"))).contains("larger than 1048576");
        assertThat(reason(get("/drip"))).contains("no complete answer");
        assertThat(reason(get("/silent"))).contains("no complete answer");
        assertThat(reason(get("/twice"))).contains("not asked for");
        assertThat(reason(get("/headers"))).contains("headers");
    }

    @Test
    void unpacksOneLayerOfGzip() {
        server.handle("/a", e -> {
            e.getResponseHeaders().set("Content-Encoding", "gzip");
            FeedFixtureServer.send(e, 200, gzipped("hello".getBytes()));
        });
        assertThat(((Fetched) get("/a")).body()).isEqualTo("hello".getBytes());
    }

    private static byte[] gzipped(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static void endless(OutputStream out, int chunk) throws IOException {
        while (true) {
            out.write(new byte[chunk]);
        }
    }

    /** Until the server is stopped. */
    private static void stall() throws IOException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
