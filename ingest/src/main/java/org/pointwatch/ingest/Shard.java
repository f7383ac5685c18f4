// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
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
    private final Marks marks;
    private final FetchMeters meters;
    private final Producer<String, byte[]> producer;
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final Map<String, FeedState> states = new ConcurrentHashMap<>();
    private final KafkaClientMetrics metrics;
    private final long subscriptionsEnd;
    /** Pages read since the feed's state was written last; a kill forgets these. */
    private final Map<String, FeedState.Bodies> read = new ConcurrentHashMap<>();

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    private Shard(
            KafkaAccess kafka, int partition, Marks marks, FetchMeters meters, Producer<String, byte[]> producer) {
        this.kafka = kafka;
        this.partition = partition;
        this.marks = marks;
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
    static Shard open(KafkaAccess kafka, int partition, Marks marks, FetchMeters meters) {
        var producer = kafka.producer(Map.of(
                "transactional.id", kafka.id("fetch-" + partition),
                "transaction.timeout.ms", 20_000,
                "max.block.ms", 10_000,
                "request.timeout.ms", 5_000,
                "delivery.timeout.ms", 10_000));
        try {
            return new Shard(kafka, partition, marks, meters, producer);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    int partition() {
        return partition;
    }

    /** Feeds that are being asked; only for the thread that asks. */
    Marks marks() {
        return marks;
    }

    /** Where the list goes on behind what was loaded. */
    long subscriptionsEnd() {
        return subscriptionsEnd;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether its publisher withdrew it: it is asked again only if it is put on the list again. */
    boolean isGone(String feed) {
        var state = states.get(feed);
        return state != null && state.health() == FeedState.Health.GONE;
    }

    Set<String> feeds() {
        return Set.copyOf(subscriptions.keySet());
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

    /**
     * Writes what a poll brought: the revisions and the new state, or nothing of both. Whoever comes while another
     * transaction is being written waits for it, and is then written with all others that have come meanwhile.
     */
    void commit(Polled polled) {
        var mine = new Waiting(polled);
        waiting.add(mine);
        synchronized (this) {
            if (!mine.done) {
                commitAll();
            }
        }
    }

    private synchronized void commitAll() {
        var batch = new ArrayList<Polled>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            next.done = true;
            if (closed || !subscriptions.containsKey(next.polled.state().feed())) {
                meters.transaction("abandoned");
            } else {
                batch.add(withPages(next.polled));
            }
        }
        if (!batch.isEmpty() && transaction(() -> batch.forEach(this::send))) {
            meters.kept(batch.size());
            batch.forEach(p -> {
                states.put(p.state().feed(), p.state());
                meters.published(p.revisions().size());
            });
        }
    }

    private Polled withPages(Polled polled) {
        var more = read.remove(polled.state().feed());
        var counted = polled.state().bodies();
        return more == null || counted == null
                ? polled
                : new Polled(
                        polled.state().change().bodies(counted.plus(more)).done(),
                        polled.revisions(),
                        polled.patience());
    }

    private void send(Polled polled) {
        polled.revisions().forEach(r -> sendArticle(r.id(), ARTICLES.encode(r)));
        var state = polled.state();
        producer.send(new ProducerRecord<>(kafka.topic(Topics.FEEDS), partition, state.feed(), encoded(state)));
    }

    /** Writes an article anew, such as with the text of its page; false if the feed is another fetcher's now. */
    synchronized boolean publish(Revision revision) {
        if (closed || revision.feed() == null || !subscriptions.containsKey(revision.feed())) {
            return false;
        }
        var published = transaction(() -> sendArticle(revision.id(), ARTICLES.encode(revision)));
        if (published) {
            read.merge(revision.feed(), moved(revision.body()), FeedState.Bodies::plus);
        }
        return published;
    }

    /** An entry counted as the feed had it turned out to be more, or less. */
    private static FeedState.Bodies moved(Body body) {
        return switch (body) {
            case FULL -> new FeedState.Bodies(1, -1, 0);
            case REFUSED -> new FeedState.Bodies(0, -1, 1);
            default -> FeedState.Bodies.NONE;
        };
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
        return encoded(state.change()
                .known(known.subList(known.size() / 2, known.size()))
                .done());
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

    /** A poll that is to be written; {@code done} once a transaction has taken it up. */
    private static final class Waiting {
        private final Polled polled;
        private boolean done;

        Waiting(Polled polled) {
            this.polled = polled;
        }
    }
}
