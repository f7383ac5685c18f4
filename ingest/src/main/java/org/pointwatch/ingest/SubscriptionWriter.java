// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.url.UrlParts;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.WireException;
import org.pointwatch.wire.record.Subscription;

/** Changes the list of feeds: what the commands {@code feeds import|add|remove|list} do. */
public final class SubscriptionWriter implements AutoCloseable {
    private static final JsonSerde<Subscription> SERDE = JsonSerde.of(Topics.SUBSCRIPTIONS);

    private final KafkaAccess kafka;
    private final Producer<String, byte[]> producer;

    public SubscriptionWriter(KafkaAccess kafka) {
        this.kafka = kafka;
        this.producer = kafka.producer(
                Map.of("max.block.ms", 15_000, "request.timeout.ms", 5_000, "delivery.timeout.ms", 15_000));
    }

    /** @param refused addresses that no fetcher could ask, in words */
    public record Merged(int added, int changed, int unchanged, List<String> refused) {}

    /**
     * Merges feeds into the list: what is there already is updated, never doubled; two spellings of
     * one address are one feed. What is there unchanged is written all the same: that asks for a withdrawn feed again.
     */
    public Merged add(List<Subscription> feeds) {
        var there = new HashMap<String, Subscription>();
        list().forEach(s -> there.put(spelling(s.feed()), s));
        var added = 0;
        var changed = 0;
        var refused = new ArrayList<String>();
        var writes = new ArrayList<Future<RecordMetadata>>();
        for (var feed : feeds) {
            if (UrlParts.of(feed.feed()) == null) {
                refused.add(UrlParts.shown(feed.feed()) + " is no http(s) address");
                continue;
            }
            var old = there.get(spelling(feed.feed()));
            var merged = old == null ? feed : merged(old, feed);
            if (!merged.equals(old)) {
                added += old == null ? 1 : 0;
                changed += old == null ? 0 : 1;
                there.put(spelling(feed.feed()), merged);
            }
            writes.add(write(merged.feed(), merged));
        }
        await(writes);
        return new Merged(added, changed, feeds.size() - added - changed - refused.size(), refused);
    }

    /** Takes a feed off the list; false if it was not on it. */
    public boolean remove(String feed) {
        var wanted = spelling(feed);
        var found =
                list().stream().filter(s -> spelling(s.feed()).equals(wanted)).findFirst();
        found.ifPresent(s -> await(List.of(write(s.feed(), null))));
        return found.isPresent();
    }

    /** The list, by address. */
    public List<Subscription> list() {
        var all = new ArrayList<Subscription>();
        var meters = new FetchMeters(new SimpleMeterRegistry());
        for (var partition = 0; partition < partitions(); partition++) {
            all.addAll(PartitionLoad.of(kafka, Topics.SUBSCRIPTIONS, partition, meters)
                    .values()
                    .values());
        }
        all.sort(Comparator.comparing(Subscription::feed));
        return all;
    }

    private int partitions() {
        return producer.partitionsFor(kafka.topic(Topics.SUBSCRIPTIONS)).size();
    }

    private Future<RecordMetadata> write(String feed, @Nullable Subscription value) {
        var partition = FeedPartitions.of(feed, partitions());
        return producer.send(new ProducerRecord<>(
                kafka.topic(Topics.SUBSCRIPTIONS), partition, feed, value == null ? null : SERDE.encode(value)));
    }

    private void await(List<Future<RecordMetadata>> writes) {
        producer.flush();
        for (var write : writes) {
            try {
                write.get();
            } catch (ExecutionException e) {
                throw new WireException(
                        "the list of feeds was not written to " + kafka.bootstrap() + ": " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new WireException("interrupted while the list of feeds was written", e);
            }
        }
    }

    private static Subscription merged(Subscription old, Subscription wanted) {
        return new Subscription(
                old.feed(),
                wanted.title(),
                or(wanted.outlet(), old.outlet()),
                or(wanted.group(), old.group()),
                or(wanted.language(), old.language()),
                or(wanted.zone(), old.zone()));
    }

    private static @Nullable String or(@Nullable String wanted, @Nullable String old) {
        return wanted == null ? old : wanted;
    }

    private static String spelling(String feed) {
        var parts = UrlParts.of(feed);
        return parts == null ? feed : parts.text();
    }

    @Override
    public void close() {
        producer.close();
    }
}
