// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.FeedPoll.Polled;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition of the feed list while it is ours: its subscriptions, its poll states, and the transactional producer
 * whose id fences a former owner. A transaction that fails leaves the shard broken; it is then opened anew from what
 * Kafka holds, however the failed transaction ended.
 */
final class Shard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shard.class);
    /** Room is left for headers and framing. */
    private static final int LARGEST_ARTICLE = Topics.LARGEST - (1 << 20);

    private static final int LARGEST_STATE = 1_000_000;
    private static final JsonSerde<FeedState> STATES = JsonSerde.of(Topics.FEEDS);
    private static final JsonSerde<Revision> ARTICLES = JsonSerde.of(Topics.ARTICLES);

    private final KafkaAccess kafka;
    private final int partition;
    private final FetchMeters meters;
    private final Producer<String, byte[]> producer;
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final Map<String, FeedState> states = new ConcurrentHashMap<>();
    private final KafkaClientMetrics metrics;
    private final long subscriptionsEnd;
    private volatile boolean closed;

    private Shard(KafkaAccess kafka, int partition, FetchMeters meters, Producer<String, byte[]> producer) {
        this.kafka = kafka;
        this.partition = partition;
        this.meters = meters;
        this.producer = producer;
        producer.initTransactions();
        var listed = PartitionLoad.of(kafka, Topics.SUBSCRIPTIONS, partition, meters);
        var polled = PartitionLoad.of(kafka, Topics.FEEDS, partition, meters);
        subscriptions.putAll(listed.values());
        states.putAll(polled.values());
        subscriptionsEnd = listed.end();
        metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(meters.registry());
    }

    /** @throws KafkaException if Kafka is not there now; nothing is left open */
    static Shard open(KafkaAccess kafka, int partition, FetchMeters meters) {
        var producer = kafka.producer(Map.of(
                "transactional.id", kafka.id("fetch-" + partition),
                "transaction.timeout.ms", 20_000,
                "max.block.ms", 10_000,
                "request.timeout.ms", 5_000,
                "delivery.timeout.ms", 10_000));
        try {
            return new Shard(kafka, partition, meters, producer);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    int partition() {
        return partition;
    }

    /** Where the list goes on behind what was loaded. */
    long subscriptionsEnd() {
        return subscriptionsEnd;
    }

    boolean isClosed() {
        return closed;
    }

    Set<String> feeds() {
        return Set.copyOf(subscriptions.keySet());
    }

    Instant nextPoll(String feed, Instant otherwise) {
        var state = states.get(feed);
        return state == null ? otherwise : state.nextPoll();
    }

    @Nullable
    Subscription subscription(String feed) {
        return subscriptions.get(feed);
    }

    @Nullable
    FeedState state(String feed) {
        return states.get(feed);
    }

    /** Poll states whose feed is on the list no more. */
    Set<String> orphans() {
        var left = new HashSet<>(states.keySet());
        left.removeAll(subscriptions.keySet());
        return left;
    }

    /** Takes a change of the list; returns whether the feed is new on it. */
    boolean subscribe(Subscription subscription) {
        return subscriptions.put(subscription.feed(), subscription) == null;
    }

    void unsubscribe(String feed) {
        subscriptions.remove(feed);
    }

    /** Writes what a poll brought: the revisions and the new state, or nothing of both. */
    synchronized void commit(Polled polled) {
        var feed = polled.state().feed();
        if (closed || !subscriptions.containsKey(feed)) {
            meters.transaction("abandoned");
            return;
        }
        var sent = transaction(() -> {
            polled.revisions().forEach(r -> sendArticle(r.id(), ARTICLES.encode(r)));
            producer.send(new ProducerRecord<>(kafka.topic(Topics.FEEDS), partition, feed, encoded(polled.state())));
        });
        if (sent) {
            states.put(feed, polled.state());
            meters.published(polled.revisions().size());
        }
    }

    /** Writes an article anew, such as with the text of its page; false if the feed is another fetcher's now. */
    synchronized boolean publish(Revision revision) {
        if (closed || revision.feed() == null || !subscriptions.containsKey(revision.feed())) {
            return false;
        }
        return transaction(() -> sendArticle(revision.id(), ARTICLES.encode(revision)));
    }

    /** Ends the state of a feed that is on the list no more. */
    synchronized void forget(String feed) {
        if (!closed && !subscriptions.containsKey(feed) && states.containsKey(feed)) {
            var sent = transaction(
                    () -> producer.send(new ProducerRecord<>(kafka.topic(Topics.FEEDS), partition, feed, null)));
            if (sent) {
                states.remove(feed);
            }
        }
    }

    private void sendArticle(String id, byte[] value) {
        if (value.length > LARGEST_ARTICLE) {
            meters.oversized();
            LOG.warn("article {} is not published: {} bytes are more than a record may have", id, value.length);
        } else {
            producer.send(new ProducerRecord<>(kafka.topic(Topics.ARTICLES), id, value));
        }
    }

    /** What is remembered of the feed shrinks until it fits into a record. */
    private static byte[] encoded(FeedState state) {
        var bytes = STATES.encode(state);
        if (bytes.length <= LARGEST_STATE || state.known().size() < 2) {
            return bytes;
        }
        var known = state.known();
        return encoded(new FeedState(
                state.feed(),
                state.outlet(),
                state.title(),
                state.health(),
                state.reason(),
                state.lastPoll(),
                state.lastChange(),
                state.nextPoll(),
                state.etag(),
                state.lastModified(),
                state.format(),
                state.failures(),
                state.polls(),
                state.unchanged(),
                state.articles(),
                known.subList(known.size() / 2, known.size())));
    }

    private boolean transaction(Runnable sends) {
        try {
            producer.beginTransaction();
            sends.run();
            producer.commitTransaction();
            meters.transaction("committed");
            return true;
        } catch (KafkaException e) {
            meters.transaction("failed");
            LOG.warn("partition {} of the feed list is opened anew: {}", partition, e.toString());
            shut();
            return false;
        }
    }

    private void shut() {
        closed = true;
        metrics.close();
        producer.close(Duration.ZERO);
    }

    /** Waits for a transaction that is being written, then gives the partition up. */
    @Override
    public synchronized void close() {
        if (!closed) {
            shut();
        }
    }
}
