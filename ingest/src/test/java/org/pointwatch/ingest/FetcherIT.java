// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.http.AddressGate;
import org.pointwatch.ingest.http.FeedClient;
import org.pointwatch.ingest.http.FetchLimits;
import org.pointwatch.ingest.page.PageSettings;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Collect;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.FeedState.Health;
import org.pointwatch.wire.record.Subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Tag("broker")
@SuppressWarnings("try")
final class FetcherIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(3);

    private final KafkaAccess kafka = BROKER.fresh();
    private final FeedFixtureServer server = new FeedFixtureServer();
    private final MovableClock clock = new MovableClock("2025-11-22T12:00:00Z");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    private Fetcher fetcher() {
        return Fetcher.start(kafka, settings(), clock, registry);
    }

    private FetchSettings settings() {
        return FetchSettings.defaults()
                .change()
                .addressExceptions(Set.of(server.origin()))
                .intervals(Duration.ofHours(1), Duration.ofMinutes(15), Duration.ofHours(24), Duration.ZERO)
                .done();
    }

    private void subscribe(String... paths) {
        try (var writer = new SubscriptionWriter(kafka)) {
            for (var path : paths) {
                writer.add(List.of(new Subscription(server.url(path), "A feed", "Outlet", "agencies", "en", null)));
            }
        }
    }

    private static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>Wire</title><link>https://wire.example/</link>"
                + String.join("", items) + "</channel></rss>";
    }

    private static String item(int number, String title) {
        return "<item><title>" + title + "</title><link>https://wire.example/" + number
                + "</link><pubDate>Sat, 22 Nov 2025 0" + number + ":00:00 GMT</pubDate><description>Text " + number
                + ".</description></item>";
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(Duration.ofSeconds(30)).until(condition::getAsBoolean);
    }

    private List<Revision> articles() {
        return Collect.from(kafka).values(Topics.ARTICLES);
    }

    private FeedState state(String path) {
        return Collect.from(kafka).last(Topics.FEEDS).get(server.url(path));
    }

    private long polls(String path) {
        var state = state(path);
        return state == null ? 0 : state.polls();
    }

    @Test
    void publishesAFeedOnceAndAnEditAsANewRevision() {
        server.serveWithEtag("/a", "W/\"x y\"", rss(item(1, "One"), item(2, "Two")));
        subscribe("/a");
        try (var fetcher = fetcher()) {
            until(() -> polls("/a") == 1);
            assertThat(articles()).extracting(Revision::title).containsExactlyInAnyOrder("One", "Two");
            assertThat(articles()).allSatisfy(r -> {
                assertThat(r.outlet()).isEqualTo("Outlet");
                assertThat(r.firstSeen()).isEqualTo(Instant.parse("2025-11-22T12:00:00Z"));
                assertThat(r.publishedSource()).isEqualTo("feed");
            });
            clock.move(Duration.ofHours(6));
            until(() -> polls("/a") == 2);
            assertThat(server.asked("/a").get(1).header()).containsEntry("if-none-match", "W/\"x y\"");
            assertThat(state("/a").unchanged()).isEqualTo(1);

            server.serveWithEtag("/a", "\"2\"", rss(item(1, "One, corrected"), item(2, "Two"), item(3, "Three")));
            clock.move(Duration.ofHours(6));
            until(() -> polls("/a") == 3);
        }
        var corrected = articles().stream()
                .filter(r -> r.title().equals("One, corrected"))
                .findFirst()
                .orElseThrow();
        assertThat(articles()).hasSize(4);
        assertThat(corrected.firstSeen()).isEqualTo(Instant.parse("2025-11-22T12:00:00Z"));
        assertThat(corrected.fetched()).isEqualTo(Instant.parse("2025-11-23T00:00:00Z"));
        assertThat(state("/a").health()).isEqualTo(Health.HEALTHY);
        assertThat(state("/a").articles()).isEqualTo(4);
        assertThat(registry.counter("pointwatch.fetch.entries", "result", "published")
                        .count())
                .isEqualTo(4);
    }

    @Test
    void leavesRecordTimestampsToTheWallClock() {
        var before = System.currentTimeMillis();
        server.serve("/a", rss(item(1, "One")));
        subscribe("/a");
        try (var fetcher = fetcher()) {
            until(() -> polls("/a") == 1);
        }
        assertThat(Collect.from(kafka).records(Topics.ARTICLES))
                .extracting(ConsumerRecord::timestamp)
                .allSatisfy(t -> assertThat(t).isGreaterThanOrEqualTo(before));
    }

    @Test
    void doesNotPollEarlyAfterARestart() {
        server.serveWithEtag("/a", "\"1\"", rss(item(1, "One")));
        server.serve("/b", rss(item(2, "Two")));
        subscribe("/a");
        try (var fetcher = fetcher()) {
            until(() -> polls("/a") == 1);
        }
        subscribe("/b");
        try (var fetcher = fetcher()) {
            until(() -> polls("/b") == 1);
            assertThat(server.asked("/a")).hasSize(1);
            clock.move(Duration.ofHours(6));
            until(() -> polls("/a") == 2);
        }
        assertThat(server.asked("/a").get(1).header()).containsEntry("if-none-match", "\"1\"");
        assertThat(articles()).hasSize(2);
    }

    @Test
    void aSecondFetcherTakesOverWithoutPublishingTwice() {
        server.serve("/a", rss(item(1, "One"), item(2, "Two")));
        subscribe("/a");
        var first = fetcher();
        until(() -> polls("/a") == 1);
        try (var second = fetcher()) {
            first.close();
            clock.move(Duration.ofHours(6));
            until(() -> polls("/a") == 2);
        }
        assertThat(articles()).hasSize(2);
        assertThat(state("/a").known()).hasSize(2);
    }

    @Test
    void fencesAFormerOwnerOfAPartition() {
        server.serve("/a", rss(item(1, "One")));
        subscribe("/a");
        var meters = new FetchMeters(registry);
        var partition = FeedPartitions.of(server.url("/a"), 3);
        try (var former = Shard.open(kafka, partition, Marks.read(null), false, meters);
                var owner = Shard.open(kafka, partition, Marks.read(null), false, meters)) {
            var subscription = former.contents().subscription(server.url("/a"));
            assertThat(subscription).isNotNull();
            former.commit(polled(subscription));
            assertThat(former.isClosed()).isTrue();
            assertThat(articles()).isEmpty();
            owner.commit(polled(subscription));
            assertThat(articles()).hasSize(1);
        }
    }

    private FeedPoll.Polled polled(Subscription subscription) {
        try (var client = new FeedClient("test", Set.of(server.origin()), FetchLimits.DEFAULT, 1, clock)) {
            return (FeedPoll.Polled)
                    new FeedPoll(client, settings().policy(), new Pace(), 2_000, clock, new FetchMeters(registry))
                            .poll(subscription, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void domainsThatShareAnAddressWaitForEachOther() {
        var byName = server.url("/b").replace("127.0.0.1", "localhost");
        server.serve("/a", rss(item(1, "One")));
        server.serve("/b", rss(item(2, "Two")));
        subscribe("/a");
        try (var writer = new SubscriptionWriter(kafka)) {
            writer.add(List.of(new Subscription(byName, "A feed", "Outlet", "agencies", "en", null)));
        }
        var settings = settings()
                .change()
                .addressExceptions(Set.of(server.origin(), server.origin().replace("127.0.0.1", "localhost")))
                .done();
        try (var fetcher = Fetcher.start(kafka, settings, PageSettings.OFF, AddressGate::everywhere, clock, registry)) {
            until(() -> articles().size() == 1
                    && registry.counter("pointwatch.fetch.deferred", "what", "feeds")
                                    .count()
                            > 0);
            assertThat(server.asked()).hasSize(1);
            clock.move(Duration.ofSeconds(1));
            until(() -> articles().size() == 2);
        }
        assertThat(Collect.from(kafka).last(Topics.FEEDS).values())
                .extracting(FeedState::polls)
                .containsExactly(1L, 1L);
    }

    @Test
    void aSickFeedDoesNotHoldUpTheOthersAndSaysWhy() {
        server.serve("/page", "text/html", "<!DOCTYPE html><html><body>Log in</body></html>".getBytes());
        server.serve("/a", rss(item(1, "One")));
        subscribe("/page", "/missing", "/a");
        try (var fetcher = fetcher()) {
            until(() -> polls("/page") == 1 && polls("/missing") == 1 && polls("/a") == 1);
        }
        assertThat(state("/page").reason()).isEqualTo("not read as a feed: an HTML page, no feed");
        assertThat(state("/missing").reason()).isEqualTo("HTTP 404");
        assertThat(state("/missing").health()).isEqualTo(Health.FAILING);
        assertThat(state("/a").health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void aFeedThatIsRemovedIsAskedNoMoreAndForgotten() {
        server.serve("/a", rss(item(1, "One")));
        server.serve("/b", rss(item(2, "Two")));
        subscribe("/a", "/b");
        try (var fetcher = fetcher();
                var writer = new SubscriptionWriter(kafka)) {
            until(() -> polls("/a") == 1 && polls("/b") == 1);
            assertThat(writer.remove(server.url("/a"))).isTrue();
            until(() -> state("/a") == null);
            clock.move(Duration.ofHours(6));
            until(() -> polls("/b") == 2);
            assertThat(writer.list()).extracting(Subscription::feed).containsExactly(server.url("/b"));
        }
        assertThat(server.asked("/a")).hasSize(1);
    }
}
