// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.FeedPoll.Polled;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Collect;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.Subscription;
import org.pointwatch.wire.record.WaitingPage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What waits for its page outlives the process that was to read it. */
@Tag("broker")
@SuppressWarnings("try")
final class WaitingPagesIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(3);

    private static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");
    private static final String TEXT =
            "The envoys met for six hours on Saturday and agreed to meet again before the end of the month, officials said. "
                    + "Neither side spoke of a breakthrough, but both called the meeting useful.";

    private final KafkaAccess kafka = BROKER.fresh();
    private final FeedFixtureServer server = new FeedFixtureServer();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CountDownLatch open = new CountDownLatch(1);

    @BeforeEach
    void aFeedOfThreeWhosePagesComeOneByOne() {
        var items = new StringBuilder();
        for (var i = 1; i <= 3; i++) {
            items.append("<item><title>Envoys meet again, day ")
                    .append(i)
                    .append("</title><link>")
                    .append(server.url("/" + i))
                    .append("</link><description>They met.</description></item>");
            var path = "/" + i;
            server.handle(path, e -> {
                if (server.asked().filter(a -> a.path().length() == 2).count() > 1) {
                    waitUntilOpen();
                }
                e.getResponseHeaders().set("Content-Type", "text/html");
                FeedFixtureServer.send(
                        e,
                        200,
                        ("<html><title>Envoys meet again</title><body><p>" + TEXT + "</p>")
                                .getBytes(StandardCharsets.UTF_8));
            });
        }
        server.serve("/feed", "<rss version=\"2.0\"><channel><title>Wire</title>" + items + "</channel></rss>");
        try (var writer = new SubscriptionWriter(kafka)) {
            writer.add(List.of(new Subscription(server.url("/feed"), "Wire", "Outlet", null, "en", null)));
        }
    }

    private void waitUntilOpen() {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        open.countDown();
        server.close();
    }

    private List<Revision> articles(Body body) {
        return Collect.from(kafka).values(Topics.ARTICLES).stream()
                .filter(r -> r.body() == body)
                .toList();
    }

    private Map<String, WaitingPage> waiting() {
        return Collect.from(kafka).last(Topics.PAGES);
    }

    @Test
    void aKillBetweenArticleAndPageLosesNoPage() throws IOException, InterruptedException {
        var process = process();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> articles(Body.FULL).size() == 1
                            && server.asked()
                                            .filter(a -> a.path().length() == 2)
                                            .count()
                                    == 2);
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        assertThat(waiting()).hasSize(2);
        open.countDown();
        var second = PageReader.start(kafka, server.origin(), registry);
        try (second) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> articles(Body.FULL).size() == 3 && waiting().isEmpty());
        }
        assertThat(articles(Body.FULL)).extracting(Revision::id).doesNotHaveDuplicates();
        assertThat(articles(Body.FEED_ONLY)).hasSize(3);
        assertThat(server.asked("/feed")).hasSize(1);
        assertThat(registry.counter("pointwatch.fetch.pages.resumed").count()).isEqualTo(2);
        var requests = server.asked()
                .filter(a -> a.path().length() == 2)
                .collect(Collectors.groupingBy(FeedFixtureServer.Asked::path, Collectors.counting()));
        assertThat(requests.values())
                .as("only the one in the air is asked again")
                .containsExactlyInAnyOrder(1L, 1L, 2L);
    }

    @Test
    void whatSomebodyTakesOffTheTopicIsNotReadNorPublishedIfItIsInTheAir() {
        try (var fetcher = PageReader.start(kafka, server.origin(), registry)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> articles(Body.FULL).size() == 1
                            && server.asked()
                                            .filter(a -> a.path().length() == 2)
                                            .count()
                                    == 2);
            try (var publish = Publish.to(kafka)) {
                for (var page : Collect.from(kafka).records(Topics.PAGES)) {
                    if (page.value() != null) {
                        publish.send(withdrawn(page));
                    }
                }
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> count("pages.withdrawn") == 2);
            open.countDown();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> registry.counter("pointwatch.fetch.pages", "result", "abandoned")
                                    .count()
                            == 2);
        }
        assertThat(articles(Body.FULL)).hasSize(1);
        assertThat(waiting()).isEmpty();
        assertThat(server.asked().filter(a -> a.path().length() == 2)).hasSize(2);
    }

    private static ProducerRecord<String, byte[]> withdrawn(ConsumerRecord<String, byte[]> page) {
        var record = new ProducerRecord<String, byte[]>(page.topic(), page.partition(), page.key(), null);
        record.headers().add(WaitingPage.WITHDRAWN, new byte[0]);
        return record;
    }

    private double count(String counter) {
        return registry.counter("pointwatch.fetch." + counter).count();
    }

    private Process process() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PageReader.class.getName(),
                        kafka.bootstrap(),
                        kafka.prefix(),
                        server.origin())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void whoIsFencedEndsNoPageAndItsSuccessorKnowsAllThatWait() {
        var feed = server.url("/feed");
        var partition = FeedPartitions.of(feed, 3);
        var meters = new FetchMeters(registry);
        try (var former = Shard.open(kafka, partition, Marks.read(null), true, meters)) {
            var pages = List.of(page(1), page(2), page(3));
            var state = FeedState.unasked(feed, "Outlet");
            var entries = pages.stream().map(WaitingPage::entry).toList();
            assertThat(former.commit(new Polled(state, entries, null, pages))).isTrue();
            assertThat(former.ended(page(1), full(page(1)), false)).isTrue();
            assertThat(former.ended(page(1), full(page(1)), false))
                    .as("twice the same")
                    .isFalse();
            try (var owner = Shard.open(kafka, partition, Marks.read(null), true, meters)) {
                assertThat(former.ended(page(2), full(page(2)), false)).isFalse();
                assertThat(owner.contents().pages()).containsExactlyInAnyOrder(page(2), page(3));
                assertThat(owner.ended(page(2), null, true)).isTrue();
                assertThat(owner.ended(page(3), full(page(3)), false)).isTrue();
            }
        }
        assertThat(articles(Body.FULL))
                .extracting(Revision::id)
                .containsExactlyInAnyOrder(page(1).entry().id(), page(3).entry().id());
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aNewerRevisionTakesThePlaceOfTheOneThatWaited() {
        var feed = server.url("/feed");
        var meters = new FetchMeters(registry);
        try (var shard = Shard.open(kafka, FeedPartitions.of(feed, 3), Marks.read(null), true, meters)) {
            var state = FeedState.unasked(feed, "Outlet");
            var newer = new WaitingPage(page(1).entry(), 77);
            shard.commit(new Polled(state, List.of(page(1).entry()), null, List.of(page(1))));
            shard.commit(new Polled(state, List.of(newer.entry()), null, List.of(newer)));
            assertThat(shard.waits(page(1))).isFalse();
            assertThat(shard.ended(page(1), null, false)).isFalse();
            assertThat(waiting().values()).containsExactly(newer);
            shard.contents().unsubscribe(feed);
            assertThat(shard.waits(newer)).isFalse();
            shard.forget(feed);
        }
        assertThat(waiting()).isEmpty();
    }

    private WaitingPage page(int number) {
        return new WaitingPage(entry(server.url("/feed"), server.url("/" + number), Body.FEED_ONLY, ""), 9);
    }

    private static Revision full(WaitingPage page) {
        var entry = page.entry();
        return entry(String.valueOf(entry.feed()), String.valueOf(entry.url()), Body.FULL, TEXT);
    }

    private static Revision entry(String feed, String url, Body body, String text) {
        return new Revision(
                Ids.article(url),
                Ids.revision("Envoys meet", "They met.", text),
                feed,
                "Outlet",
                null,
                url,
                "Envoys meet",
                "They met.",
                text,
                false,
                "en",
                null,
                null,
                null,
                "none",
                null,
                NOW,
                NOW,
                body,
                Origin.LIVE);
    }
}
