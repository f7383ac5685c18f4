// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.FeedPoll.Polled;
import org.pointwatch.ingest.page.PageOwner;
import org.pointwatch.ingest.websub.PushOwner;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.record.FeedState.Bodies;
import org.pointwatch.wire.record.Push;
import org.pointwatch.wire.record.WaitingPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition of the feed list while it is ours: what it holds, and the transactional producer whose id fences a former
 * owner. A transaction that fails leaves the shard broken; it is then opened anew from what Kafka holds, however the
 * failed transaction ended.
 */
final class Shard implements PageOwner, PushOwner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shard.class);

    private final int partition;
    private final Marks marks;
    private final FetchMeters meters;
    private final Producer<String, byte[]> producer;
    private final ShardRecords records;
    private final ShardContents contents;
    private final KafkaClientMetrics metrics;
    private final Queue<PendingPoll> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    private Shard(
            KafkaAccess kafka,
            int partition,
            Marks marks,
            boolean reading,
            FetchMeters meters,
            Producer<String, byte[]> producer) {
        this.partition = partition;
        this.marks = marks;
        this.meters = meters;
        this.producer = producer;
        this.records = new ShardRecords(kafka, partition, producer, meters);
        producer.initTransactions();
        contents = ShardContents.load(kafka, partition, reading, meters);
        metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(meters.registry());
    }

    /**
     * @param reading whether pages are read here
     * @throws KafkaException if Kafka is not there now; nothing is left open
     */
    static Shard open(KafkaAccess kafka, int partition, Marks marks, boolean reading, FetchMeters meters) {
        var producer = ShardRecords.producer(kafka, partition);
        try {
            return new Shard(kafka, partition, marks, reading, meters, producer);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    int partition() {
        return partition;
    }

    ShardContents contents() {
        return contents;
    }

    /** Feeds that are being asked; only for the thread that asks. */
    Marks marks() {
        return marks;
    }

    boolean isClosed() {
        return closed;
    }

    /**
     * Writes what a poll brought: the revisions, the pages to read and the new state, or nothing of all that. Whoever comes
     * while another transaction is being written waits for it, and is then written with all others that have come meanwhile.
     *
     * @return whether it was written
     */
    boolean commit(Polled polled) {
        var mine = new PendingPoll(polled);
        waiting.add(mine);
        synchronized (this) {
            if (!mine.done) {
                commitAll();
            }
            return mine.kept;
        }
    }

    private synchronized void commitAll() {
        var batch = new ArrayList<PendingPoll>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            next.done = true;
            if (closed || !contents.lists(next.polled.state().feed())) {
                meters.transaction("abandoned");
            } else {
                next.polled = contents.withPages(next.polled);
                batch.add(next);
            }
        }
        if (!batch.isEmpty() && transaction(() -> batch.forEach(w -> send(w.polled)))) {
            meters.kept(batch.size());
            batch.forEach(w -> {
                w.kept = true;
                contents.keep(w.polled);
                meters.published(w.polled.revisions().size());
            });
        }
    }

    private void send(Polled polled) {
        polled.revisions().forEach(records::article);
        polled.pages().forEach(records::page);
        records.state(polled.state());
    }

    /** The article with the text of its page, if it has one, and the end of the waiting, or nothing of both. */
    @Override
    public synchronized boolean ended(WaitingPage page, @Nullable Revision revision, boolean refused) {
        if (!waits(page)) {
            return false;
        }
        var written = transaction(() -> {
            if (revision != null) {
                records.article(revision);
            }
            records.noPage(page);
        });
        if (written) {
            contents.ended(page, moved(revision, refused));
        }
        return written;
    }

    /** An entry counted as the feed had it turned out to be more, or less. */
    private static Bodies moved(@Nullable Revision revision, boolean refused) {
        if (refused) {
            return new Bodies(0, -1, 1);
        }
        return revision != null && revision.body() == Body.FULL ? new Bodies(1, -1, 0) : Bodies.NONE;
    }

    @Override
    public synchronized void givenUp(List<WaitingPage> pages) {
        if (!closed && transaction(() -> pages.forEach(records::noPage))) {
            pages.forEach(page -> contents.ended(page, Bodies.NONE));
        }
    }

    @Override
    public boolean waits(WaitingPage page) {
        return !closed && contents.waits(page);
    }

    @Override
    public @Nullable String zone(WaitingPage page) {
        var subscription = contents.subscription(String.valueOf(page.entry().feed()));
        return subscription == null ? null : subscription.zone();
    }

    @Override
    public @Nullable Push push(String feed) {
        var state = closed || !contents.lists(feed) ? null : contents.state(feed);
        return state == null ? null : state.push();
    }

    @Override
    public synchronized boolean push(String feed, UnaryOperator<@Nullable Push> change) {
        var state = closed || !contents.lists(feed) ? null : contents.state(feed);
        if (state == null) {
            return false;
        }
        var next = state.change().push(change.apply(state.push())).done();
        var written = transaction(() -> records.state(next));
        if (written) {
            contents.keep(next);
        }
        return written;
    }

    /** Ends what is kept of a feed that is on the list no more. */
    synchronized void forget(String feed) {
        var pages = contents.pagesOf(feed);
        if (closed || contents.lists(feed) || contents.state(feed) == null && pages.isEmpty()) {
            return;
        }
        var sent = transaction(() -> {
            records.noState(feed);
            pages.forEach(records::noPage);
        });
        if (sent) {
            contents.forget(feed);
        }
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
