// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.page;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.FeedFixtureServer;
import org.pointwatch.ingest.http.FetchLimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

final class PageFetcherTest {
    private static final String TEXT =
            "The envoys met for six hours on Saturday and agreed to meet again before the end of the month, officials said. "
                    + "Neither side spoke of a breakthrough, but both called the meeting useful.";

    private final FeedFixtureServer server = new FeedFixtureServer();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Revision> published = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

    private PageFetcher fetcher() {
        var settings = new PageSettings(2, Duration.ZERO, 3, 10, FetchLimits.DEFAULT);
        return new PageFetcher(settings, "test", Set.of(server.origin()), java.time.Clock.systemUTC(), registry);
    }

    private Revision entry(String path) {
        return PageQueueTest.entry(server.url(path), "Envoys meet again", "The envoys met.");
    }

    private void page(String path, String body) {
        var html = "<html lang=en><head><title>Envoys meet again</title></head><body><h1>Envoys meet again</h1>" + body;
        server.serve(path, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private double count(String result) {
        return registry.counter("pointwatch.fetch.pages", "result", result).count();
    }

    private void read(Revision... entries) {
        try (var fetcher = fetcher()) {
            fetcher.offer(List.of(entries), null, published::add);
            await().atMost(Duration.ofSeconds(20)).until(() -> counted() >= entries.length);
        }
    }

    private double counted() {
        return registry.find("pointwatch.fetch.pages").counters().stream()
                .mapToDouble(c -> c.count())
                .sum();
    }

    @Test
    void publishesTheArticleWithTheTextOfItsPage() {
        page("/1", "<p>" + TEXT + "</p>");
        read(entry("/1"));
        assertThat(published).hasSize(1);
        var full = published.get(0);
        assertThat(full.body()).isEqualTo(Body.FULL);
        assertThat(full.id()).isEqualTo(entry("/1").id());
        assertThat(full.text()).isEqualTo(TEXT);
        assertThat(full.summary()).isEqualTo("The envoys met.");
        assertThat(full.firstSeen()).isEqualTo(PageQueueTest.NOW);
        assertThat(full.revision()).isNotEqualTo(entry("/1").revision());
        assertThat(server.asked("/1").get(0).header().get("accept")).startsWith("text/html");
        assertThat(count("full")).isEqualTo(1);
    }

    @Test
    void asksForRobotsOnceAndObeysIt() {
        server.serve(
                "/robots.txt", "text/plain", "User-agent: *\nDisallow: /private/\n".getBytes(StandardCharsets.UTF_8));
        page("/1", "<p>" + TEXT + "</p>");
        page("/private/2", "<p>" + TEXT + "</p>");
        read(entry("/1"), entry("/private/2"));
        assertThat(server.asked("/robots.txt")).hasSize(1);
        assertThat(server.asked("/private/2")).isEmpty();
        assertThat(count("refused-robots")).isEqualTo(1);
        assertThat(count("full")).isEqualTo(1);
    }

    @Test
    void asksNothingWhereRobotsCannotBeHad() {
        server.handle("/robots.txt", e -> FeedFixtureServer.send(e, 500, new byte[0]));
        page("/1", "<p>" + TEXT + "</p>");
        read(entry("/1"));
        assertThat(server.asked("/1")).isEmpty();
        assertThat(count("refused-robots")).isEqualTo(1);
    }

    @Test
    void leavesTheFeedsWordWhereThePageDoesNotTellMore() {
        page("/wall", "<p>Subscribe to continue reading.</p>");
        page(
                "/front",
                "<div><p>" + "Something else altogether happened in a town far away from here today. ".repeat(5)
                        + "</p></div>");
        server.handle("/refused", e -> FeedFixtureServer.send(e, 403, new byte[0]));
        var other = PageQueueTest.entry(server.url("/front"), "Parliament votes on budget", "");
        read(entry("/wall"), other, entry("/refused"));
        assertThat(published).isEmpty();
        assertThat(count("refused-paywall")).isEqualTo(1);
        assertThat(count("another-page") + count("shorter")).isEqualTo(1);
        assertThat(count("refused-status")).isEqualTo(1);
    }

    @Test
    void asksForTheNewestOfManyAndCountsTheRest() {
        for (var i = 1; i <= 4; i++) {
            page("/" + i, "<p>" + TEXT + "</p>");
        }
        read(entry("/1"), entry("/2"), entry("/3"), entry("/4"));
        assertThat(count("not-asked")).isEqualTo(1);
        assertThat(published).hasSize(3);
    }

    @Test
    void leavesAHostAloneThatShowsNothingAndSaysSo() {
        server.handle("/refused", e -> FeedFixtureServer.send(e, 403, new byte[0]));
        try (var fetcher = fetcher()) {
            for (var i = 1; i <= 3; i++) {
                var soFar = i;
                assertThat(fetcher.named(List.of(entry("/refused")))).containsExactly(entry("/refused"));
                fetcher.offer(List.of(entry("/refused")), null, published::add);
                await().atMost(Duration.ofSeconds(20)).until(() -> count("refused-status") == soFar);
            }
            assertThat(fetcher.named(List.of(entry("/refused"))))
                    .extracting(Revision::body)
                    .containsExactly(Body.REFUSED);
            fetcher.offer(List.of(entry("/refused")), null, published::add);
        }
        assertThat(count("refused-before")).isEqualTo(1);
        assertThat(server.asked("/refused")).hasSize(3);
    }

    @Test
    void countsWhatItsOwnerNoLongerTakes() {
        page("/1", "<p>" + TEXT + "</p>");
        try (var fetcher = fetcher()) {
            fetcher.offer(List.of(entry("/1")), null, r -> false);
            await().atMost(Duration.ofSeconds(20)).until(() -> count("abandoned") == 1);
        }
        assertThat(published).isEmpty();
    }
}
