// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
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
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.Subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Records that are too large to be written, and records that others wrote to the fetcher's topics. */
@Tag("broker")
@SuppressWarnings("try")
final class HostileRecordsIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(1);

    private static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");
    private static final String FEED = "https://wire.example/rss";

    private final KafkaAccess kafka = BROKER.fresh();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private static Revision revision(String title, int length) {
        var text = "щ".repeat(length);
        var url = "https://wire.example/" + title;
        return new Revision(
                Ids.article(url),
                Ids.revision(title, "", text),
                FEED,
                "wire.example",
                null,
                url,
                title,
                "",
                text,
                false,
                "uk",
                null,
                null,
                NOW,
                "feed",
                null,
                NOW,
                NOW,
                Body.FEED_ONLY,
                Origin.LIVE);
    }

    @Test
    void case102_aRecordThatIsTooLargeIsRefusedAndItsSiblingsAreKept() {
        try (var writer = new SubscriptionWriter(kafka)) {
            writer.add(List.of(new Subscription(FEED, "Wire", null, null, "uk", null)));
        }
        var largest = revision("Largest", Revision.MAX_TEXT);
        var oversized = revision("Oversized", 8_000_000);
        try (var shard = Shard.open(kafka, 0, Marks.read(null), false, new FetchMeters(registry))) {
            shard.commit(new Polled(
                    FeedState.unasked(FEED, "wire.example"),
                    List.of(revision("One", 10), oversized, largest, revision("Two", 10)),
                    null));
            assertThat(shard.isClosed()).isFalse();
        }
        // A transaction is committed a moment before its records can be read.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Collect.from(kafka).values(Topics.ARTICLES))
                        .extracting(Revision::title)
                        .containsExactly("One", "Largest", "Two"));
        assertThat(registry.counter("pointwatch.fetch.entries", "result", "refused-too-large")
                        .count())
                .isEqualTo(1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Collect.from(kafka).last(Topics.FEEDS).containsKey(FEED));
    }

    @Test
    void case101_whatCannotBeReadOnItsTopicsIsCountedAndTheRestIsAsked() {
        var unknown = "{\"v\":7,\"feed\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        var noise = new byte[] {(byte) 0xff, 0, '{'};
        try (var server = new FeedFixtureServer();
                var publish = Publish.to(kafka)) {
            server.serve(
                    "/a",
                    "<rss><channel><item><title>A</title><link>https://a.example/1</link></item></channel></rss>");
            var good = new Subscription(server.url("/a"), "A", null, null, "en", null);
            publish.bytes(Topics.SUBSCRIPTIONS, "noise", noise)
                    .bytes(Topics.SUBSCRIPTIONS, "unknown", unknown)
                    .tombstone(Topics.SUBSCRIPTIONS, "never-there")
                    .bytes(Topics.FEEDS, server.url("/a"), noise)
                    .send(new ProducerRecord<>(
                            kafka.topic(Topics.SUBSCRIPTIONS),
                            0,
                            System.currentTimeMillis(),
                            good.feed(),
                            JsonSerde.of(Topics.SUBSCRIPTIONS).encode(good)))
                    .flush();
            var settings = FetchSettings.defaults()
                    .change()
                    .addressExceptions(Set.of(server.origin()))
                    .done();
            try (var fetcher = Fetcher.start(kafka, settings, Clock.systemUTC(), registry)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() ->
                                !Collect.from(kafka).records(Topics.ARTICLES).isEmpty());
                publish.bytes(Topics.SUBSCRIPTIONS, "later", unknown).flush();
                await().atMost(Duration.ofSeconds(30)).until(() -> undecodable("subscriptions") == 3);
                assertThat(fetcher.ended().toCompletableFuture()).isNotDone();
            }
            assertThat(undecodable("feeds")).isEqualTo(1);
        }
    }

    private double undecodable(String topic) {
        return registry.counter("pointwatch.fetch.undecodable", "topic", topic).count();
    }
}
