// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.page;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.FeedFixtureServer;
import org.pointwatch.ingest.MovableClock;
import org.pointwatch.ingest.http.FetchLimits;
import org.pointwatch.wire.record.WaitingPage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

final class PageFetcherTest {
    private static final String TEXT =
            "The envoys met for six hours on Saturday and agreed to meet again before the end of the month, officials said. "
                    + "Neither side spoke of a breakthrough, but both called the meeting useful.";

    private final FeedFixtureServer server = new FeedFixtureServer();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Revision> published = new CopyOnWriteArrayList<>();
    private final List<String> ends = new CopyOnWriteArrayList<>();
    private final MovableClock clock = new MovableClock("2025-11-22T12:00:00Z");

    @AfterEach
    void stop() {
        server.close();
    }

    private PageFetcher fetcher() {
        var settings = new PageSettings(2, Duration.ZERO, 3, 10, FetchLimits.DEFAULT);
        return new PageFetcher(settings, "test", Set.of(server.origin()), clock, registry);
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

    private void offer(PageFetcher fetcher, Revision... entries) {
        fetcher.offer(fetcher.wanted(List.of(entries)), this::ended);
    }

    private boolean ended(WaitingPage page, Revision revision, boolean refused) {
        if (revision != null) {
            published.add(revision);
        }
        ends.add(page.entry().url() + (refused ? " refused" : ""));
        return true;
    }

    private void read(Revision... entries) {
        try (var fetcher = fetcher()) {
            offer(fetcher, entries);
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
                offer(fetcher, entry("/refused"));
                await().atMost(Duration.ofSeconds(20)).until(() -> count("refused-status") == soFar);
            }
            assertThat(fetcher.named(List.of(entry("/refused"))))
                    .extracting(Revision::body)
                    .containsExactly(Body.REFUSED);
            offer(fetcher, entry("/refused"));
        }
        assertThat(count("refused-before")).isEqualTo(1);
        assertThat(server.asked("/refused")).hasSize(3);
    }

    @Test
    void countsWhatItsOwnerNoLongerTakes() {
        page("/1", "<p>" + TEXT + "</p>");
        try (var fetcher = fetcher()) {
            fetcher.offer(fetcher.wanted(List.of(entry("/1"))), (page, revision, refused) -> false);
            await().atMost(Duration.ofSeconds(20)).until(() -> count("abandoned") == 1);
        }
        assertThat(published).isEmpty();
    }

    @Test
    void itsOwnerIsToldOfEveryEnd() {
        page("/1", "<p>" + TEXT + "</p>");
        server.handle("/refused", e -> FeedFixtureServer.send(e, 403, new byte[0]));
        server.handle("/broken", e -> FeedFixtureServer.send(e, 500, new byte[0]));
        read(entry("/1"), entry("/refused"), entry("/broken"));
        assertThat(ends)
                .containsExactlyInAnyOrder(
                        server.url("/1"), server.url("/refused") + " refused", server.url("/broken"));
    }

    @Test
    void goesOnWithWhatWaitedAndGivesUpWhatItCannotHold() {
        var kept = new ArrayList<WaitingPage>();
        for (var i = 1; i <= 12; i++) {
            page("/" + i, "<p>" + TEXT + "</p>");
            kept.add(PageTask.waiting(entry("/" + i)));
        }
        try (var fetcher = fetcher()) {
            fetcher.resume(kept, this::ended);
            await().atMost(Duration.ofSeconds(20)).until(() -> ends.size() == 12);
        }
        assertThat(published).hasSize(10);
        assertThat(count("not-asked")).isEqualTo(2);
        assertThat(registry.counter("pointwatch.fetch.pages.resumed").count()).isEqualTo(10);
    }

    @Test
    void doesNotAskForWhatIsNewsNoMore() {
        page("/1", "<p>" + TEXT + "</p>");
        clock.move(Duration.ofDays(7).plusSeconds(1));
        try (var fetcher = fetcher()) {
            fetcher.resume(List.of(PageTask.waiting(entry("/1"))), this::ended);
            await().atMost(Duration.ofSeconds(20)).until(() -> ends.size() == 1);
        }
        assertThat(count("too-old")).isEqualTo(1);
        assertThat(server.asked("/1")).isEmpty();
    }

    @Test
    void leavesWhatWaitsToTheNextOwner() {
        var robots = new CountDownLatch(1);
        server.handle("/robots.txt", e -> {
            try {
                robots.await();
            } catch (InterruptedException gone) {
                Thread.currentThread().interrupt();
            }
            FeedFixtureServer.send(e, 404, new byte[0]);
        });
        page("/1", "<p>" + TEXT + "</p>");
        page("/2", "<p>" + TEXT + "</p>");
        PageOwner owner = this::ended;
        try (var fetcher = fetcher()) {
            fetcher.offer(fetcher.wanted(List.of(entry("/1"), entry("/2"))), owner);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !server.asked("/robots.txt").isEmpty());
            fetcher.withdraw(owner);
            assertThat(count("passed-on")).isEqualTo(1);
            robots.countDown();
            await().atMost(Duration.ofSeconds(20)).until(() -> ends.size() == 1);
        }
        assertThat(server.asked("/1").size() + server.asked("/2").size()).isEqualTo(1);
    }

    @Test
    void whatFailsBecauseTheRoleEndsIsNoEnd() {
        var asked = new CountDownLatch(1);
        page("/1", "<p>" + TEXT + "</p>");
        server.handle("/1", e -> {
            asked.countDown();
            awaitInterruption();
        });
        try (var fetcher = fetcher()) {
            fetcher.offer(fetcher.wanted(List.of(entry("/1"))), this::ended);
            await().atMost(Duration.ofSeconds(20)).until(() -> asked.getCount() == 0);
        }
        assertThat(ends).isEmpty();
        assertThat(count("passed-on")).isEqualTo(1);
    }

    private static void awaitInterruption() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }
}
