// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pointwatch.ingest.http.FeedClient;
import org.pointwatch.ingest.http.FetchLimits;

import static org.assertj.core.api.Assertions.assertThat;

final class FeedLookTest {
    private static final String RSS =
            "<rss version=\"2.0\"><channel><title>Wire</title><item><title>A & B</title><link>https://w.example/1</link>"
                    + "<pubDate>Fri, 21 Nov 2025 10:00:00 GMT</pubDate></item></channel></rss>";

    private final Map<String, String> pages = Map.of(
            "/feed", RSS,
            "/page", "<html><link rel=alternate type=application/rss+xml title=Main href=/feed></html>",
            "/bare", "<html><p>Nothing here</p></html>");
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = pages.get(exchange.getRequestURI().getPath());
            try (exchange) {
                if (body == null) {
                    exchange.sendResponseHeaders(404, -1);
                } else {
                    var bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url(String path) {
        return "http://" + origin() + path;
    }

    private String origin() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private List<FeedLook.Row> look(String path, boolean guess) throws IOException {
        try (var client = new FeedClient("test", Set.of(origin()), FetchLimits.DEFAULT, 1, InstantSource.system())) {
            return new FeedLook(client, InstantSource.system()).at(url(path), guess);
        }
    }

    @Test
    void tellsHowAFeedDoes() throws IOException {
        var row = look("/feed", false).get(0);
        assertThat(row.good()).isTrue();
        assertThat(row.state()).isEqualTo("healed");
        assertThat(row.format()).isEqualTo("rss_2.0");
        assertThat(row.entries()).isEqualTo("1");
        assertThat(row.newest()).isEqualTo("2025-11-21T10:00:00Z");
        assertThat(row.title()).isEqualTo("Wire");
        assertThat(row.remarks()).startsWith("names no validator; strict: ");
    }

    @Test
    void findsTheFeedsOfAPage() throws IOException {
        assertThat(look("/page", false)).extracting(FeedLook.Row::feed).containsExactly(url("/feed"));
        assertThat(look("/bare", false)).extracting(FeedLook.Row::state).containsExactly("no feed");
        assertThat(look("/bare", true)).extracting(FeedLook.Row::feed).containsExactly(url("/feed"));
    }

    @Test
    void saysWhyThereIsNone() throws IOException {
        var row = look("/none", false).get(0);
        assertThat(row.good()).isFalse();
        assertThat(row.remarks()).isEqualTo("HTTP 404");
    }
}
