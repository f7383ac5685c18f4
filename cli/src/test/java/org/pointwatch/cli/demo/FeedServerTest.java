// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pointwatch.ingest.parse.FeedParser;
import org.pointwatch.ingest.parse.ParsedFeed;

import static org.assertj.core.api.Assertions.assertThat;

final class FeedServerTest {
    private static final SampleWorld WORLD = SampleWorld.load();

    private final AtomicReference<Instant> now = new AtomicReference<>(WORLD.end());
    private final FeedServer server = FeedServer.start(WORLD, (InstantSource) now::get, 0);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
    }

    static List<SampleOutlet> outlets() {
        return WORLD.outlets();
    }

    @ParameterizedTest
    @MethodSource("outlets")
    void feedHasExactlyTheEntriesTexts(SampleOutlet outlet) throws Exception {
        var feed = parse(get(outlet.id()));
        assertThat(feed.entries()).hasSameSizeAs(outlet.entries());
        for (var entry : outlet.entries()) {
            var state = entry.last();
            var read = feed.entries().stream()
                    .filter(e -> entry.url().equals(e.link()))
                    .findFirst()
                    .orElseThrow();
            assertThat(read.title()).as(entry.id()).isEqualTo(state.title());
            var text = read.content().isEmpty() ? read.summary() : read.content();
            assertThat(text)
                    .as(entry.id())
                    .isEqualTo(state.summary() == null ? String.join("\n", state.text()) : state.summary());
            assertThat(read.published() == null).as(entry.id()).isEqualTo("".equals(entry.dateText()));
        }
    }

    @Test
    void entriesAppearAndChangeWithTheClock() throws Exception {
        now.set(WORLD.start());
        assertThat(parse(get("cps")).entries()).isEmpty();
        now.set(Instant.parse("2025-11-21T17:30:00Z"));
        var before = parse(get("cps")).entries();
        assertThat(before.get(0).title()).isEqualTo("Starmer, Macron and Merz back Zelensky on size of army");
        now.set(Instant.parse("2025-11-21T20:15:00Z"));
        var after = parse(get("cps")).entries();
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.get(0).title()).isEqualTo("Starmer, Macron and Merz back Zelensky, ask for guarantees");
    }

    @Test
    void unchangedFeedIsAnswered304() throws Exception {
        var etag = get("hw").headers().firstValue("ETag").orElseThrow();
        var again = client.send(
                HttpRequest.newBuilder(feed("hw")).header("If-None-Match", etag).build(), BodyHandlers.ofByteArray());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    private URI feed(String id) {
        return server.address().resolve("/" + id);
    }

    private HttpResponse<byte[]> get(String id) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(feed(id)).build(), BodyHandlers.ofByteArray());
    }

    private ParsedFeed parse(HttpResponse<byte[]> response) {
        var type = response.headers().firstValue("Content-Type").orElse(null);
        var parsed = FeedParser.parse(response.body(), type, response.uri().toString());
        assertThat(parsed).isInstanceOf(ParsedFeed.class);
        return (ParsedFeed) parsed;
    }
}
