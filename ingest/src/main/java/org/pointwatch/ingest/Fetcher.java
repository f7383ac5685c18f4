// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.http.FeedClient;
import org.pointwatch.ingest.page.PageFetcher;
import org.pointwatch.ingest.page.PageSettings;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.WireException;
import org.pointwatch.wire.record.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fetch role: polls the feeds of those partitions of the list that the group gives it, and writes what is new.
 *
 * <p>One thread reads the list, keeps the queue and owns the shards; a pool of workers asks, reads and commits. All
 * times are the given clock's, so that a fast clock makes a fast fetcher; only network limits and Kafka's own
 * timeouts are real time.
 */
public final class Fetcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);
    private static final Duration LOOK = Duration.ofMillis(2);
    private static final long TICK_MILLIS = 25;
    private static final long REOPEN_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** A request that takes longer makes room for another. */
    private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** So many times the threads may be under way when most of them take long. */
    private static final int CROWD = 16;

    private static final JsonSerde<Subscription> SUBSCRIPTIONS = JsonSerde.of(Topics.SUBSCRIPTIONS);

    /** @param patience how long the address's host is left alone */
    private record Finished(Shard shard, String feed, String address, @Nullable Duration patience) {}

    private final KafkaAccess kafka;
    private final FetchSettings settings;
    private final Clock clock;
    private final FetchMeters meters;
    private final FeedClient client;
    private final FeedPoll poll;
    private final PageFetcher pages;
    private final Schedule schedule;
    private final ExecutorService workers;
    private final Thread thread;
    private final Map<Integer, Shard> shards = new HashMap<>();
    private final Map<Integer, Long> unopened = new HashMap<>();
    private final Map<String, Shard> asked = new HashMap<>();
    private final Map<String, Long> begun = new HashMap<>();
    private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean stopping;

    private Fetcher(
            KafkaAccess kafka, FetchSettings settings, PageSettings reading, Clock clock, MeterRegistry registry) {
        this.kafka = kafka;
        this.settings = settings;
        this.clock = clock;
        this.meters = new FetchMeters(registry);
        this.client = new FeedClient(
                settings.userAgent(),
                settings.addressExceptions(),
                settings.limits(),
                settings.threads() * CROWD,
                clock);
        this.schedule = new Schedule(settings.policy(), settings.hostSpacing(), settings.threads() * CROWD / 4);
        this.poll = new FeedPoll(client, settings.policy(), schedule.pace(), settings.known(), clock, meters);
        this.pages = new PageFetcher(reading, settings.userAgent(), settings.addressExceptions(), clock, registry);
        this.workers = Executors.newCachedThreadPool(r -> new Thread(r, "fetch-worker"));
        this.thread = new Thread(() -> run(registry), "fetch");
    }

    /** Returns at once; the role waits for Kafka and for its topics. */
    public static Fetcher start(KafkaAccess kafka, FetchSettings settings, Clock clock, MeterRegistry registry) {
        return start(kafka, settings, PageSettings.OFF, clock, registry);
    }

    /** As above; the pages of new entries are read as well. */
    public static Fetcher start(
            KafkaAccess kafka, FetchSettings settings, PageSettings pages, Clock clock, MeterRegistry registry) {
        var fetcher = new Fetcher(kafka, settings, pages, clock, registry);
        fetcher.thread.start();
        return fetcher;
    }

    /** Completes when the role has ended, exceptionally if a fault here ended it. */
    public CompletionStage<Void> ended() {
        return ended;
    }

    private void run(MeterRegistry registry) {
        try (var consumer = kafka.consumer(membership());
                var metrics = new KafkaClientMetrics(consumer)) {
            metrics.bindTo(registry);
            consumer.subscribe(List.of(kafka.topic(Topics.SUBSCRIPTIONS)), new Assignment());
            while (!stopping) {
                tickOrWait(consumer);
            }
            giveUp(Set.copyOf(shards.keySet()));
            ended.complete(null);
        } catch (RuntimeException | Error e) {
            LOG.error("the fetch role ends because of a fault here: please report it", e);
            giveUp(Set.copyOf(shards.keySet()));
            ended.completeExceptionally(e);
        }
    }

    private Map<String, Object> membership() {
        var own = new HashMap<String, Object>(
                Map.of("group.id", kafka.id("fetch"), "session.timeout.ms", 10_000, "heartbeat.interval.ms", 3_000));
        if (settings.instance() != null) {
            own.put("group.instance.id", settings.instance());
        }
        return own;
    }

    private void tickOrWait(Consumer<String, byte[]> consumer) {
        try {
            tick(consumer);
            collect(finished.poll(TICK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (KafkaException e) {
            LOG.warn("Kafka at {} does not answer as it should, going on: {}", kafka.bootstrap(), e.toString());
            pause();
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void tick(Consumer<String, byte[]> consumer) {
        consumer.poll(LOOK).forEach(this::changeList);
        collect(finished.poll());
        for (var waiting : List.copyOf(unopened.entrySet())) {
            if (waiting.getValue() - System.nanoTime() <= 0) {
                open(waiting.getKey(), consumer);
            }
        }
        ask(consumer);
    }

    /** Opens a shard; if Kafka is not ready for it, later. */
    private void open(int partition, Consumer<String, byte[]> consumer) {
        try {
            var at = partition(partition);
            var left = consumer.committed(Set.of(at)).get(at);
            var marks = Marks.read(left == null ? null : left.metadata());
            var shard = Shard.open(kafka, partition, marks, meters);
            consumer.seek(at, shard.subscriptionsEnd());
            shards.put(partition, shard);
            unopened.remove(partition);
            var now = clock.instant();
            shard.feeds().forEach(feed -> schedule.open(feed, shard.state(feed), marks, now));
            shard.orphans().forEach(feed -> workers.execute(() -> shard.forget(feed)));
            LOG.info(
                    "partition {} of the feed list is ours: {} feeds",
                    partition,
                    shard.feeds().size());
        } catch (KafkaException e) {
            LOG.warn("partition {} of the feed list cannot be opened now, trying again: {}", partition, e.toString());
            unopened.put(partition, System.nanoTime() + REOPEN_NANOS);
        }
    }

    private void changeList(ConsumerRecord<String, byte[]> record) {
        var shard = shards.get(record.partition());
        if (shard == null || record.key() == null || record.offset() < shard.subscriptionsEnd()) {
            return;
        }
        if (record.value() == null) {
            shard.unsubscribe(record.key());
            schedule.remove(record.key());
            workers.execute(() -> shard.forget(record.key()));
            return;
        }
        try {
            var subscription = SUBSCRIPTIONS.decode(record.value());
            var feed = subscription.feed();
            if ((shard.subscribe(subscription) || shard.isGone(feed)) && !asked.containsKey(feed)) {
                schedule.ask(feed, shard.state(feed), clock.instant());
            }
        } catch (WireException e) {
            meters.undecodable(Topics.SUBSCRIPTIONS.name());
            LOG.warn("subscription {} is left out: {}", record.key(), e.getMessage());
        }
    }

    /** Takes back what the workers have done; a shard that broke meanwhile is opened anew. */
    private void collect(@Nullable Finished first) {
        for (var done = first; done != null; done = finished.poll()) {
            takeBack(done);
        }
        for (var shard : List.copyOf(shards.values())) {
            if (shard.isClosed()) {
                giveUp(Set.of(shard.partition()));
                unopened.put(shard.partition(), System.nanoTime() + REOPEN_NANOS);
            }
        }
    }

    private void takeBack(Finished done) {
        asked.remove(done.feed());
        begun.remove(done.feed());
        var shard = done.shard();
        var ours = shards.get(shard.partition()) == shard && shard.subscription(done.feed()) != null;
        var state = ours ? shard.state(done.feed()) : null;
        shard.marks().answered(done.feed());
        schedule.answered(done.feed(), done.address(), done.patience(), state, clock.instant());
        if (ours && state == null) {
            schedule.ask(done.feed(), null, clock.instant().plus(settings.shortest()));
        }
    }

    /** Takes as many feeds as there are hands, writes down that they are being asked, and has them asked. */
    private void ask(Consumer<String, byte[]> consumer) {
        var now = clock.instant();
        var taken = new HashMap<Subscription, Shard>();
        while (hasHands()) {
            var feed = schedule.take(now);
            if (feed == null) {
                break;
            }
            var shard = owner(feed);
            var subscription = shard == null ? null : shard.subscription(feed);
            if (shard == null || subscription == null) {
                schedule.release(feed);
            } else {
                asked.put(feed, shard);
                var state = shard.state(feed);
                if (state == null || state.failures() == 0) {
                    begun.put(feed, System.nanoTime());
                }
                taken.put(subscription, shard);
            }
        }
        if (!taken.isEmpty()) {
            mark(consumer, taken, now);
            taken.forEach((subscription, shard) -> workers.execute(() -> work(shard, subscription)));
        }
    }

    /**
     * What takes long does not count, up to a limit, nor does what failed last time, of which there is a limit of its own:
     * slow servers hold nobody else up.
     */
    private boolean hasHands() {
        var since = System.nanoTime() - LONG_NANOS;
        var quick = begun.values().stream().filter(at -> at - since > 0).count();
        return quick < settings.threads() && asked.size() < settings.threads() * CROWD;
    }

    private void mark(Consumer<String, byte[]> consumer, Map<Subscription, Shard> taken, Instant now) {
        try {
            var marks = new HashMap<TopicPartition, OffsetAndMetadata>();
            for (var shard : Set.copyOf(taken.values())) {
                var feeds = new ArrayList<String>();
                taken.forEach((subscription, of) -> {
                    if (of == shard) {
                        feeds.add(subscription.feed());
                    }
                });
                marks.put(
                        partition(shard.partition()),
                        new OffsetAndMetadata(
                                shard.subscriptionsEnd(), shard.marks().write(feeds, now)));
            }
            consumer.commitSync(marks);
        } catch (KafkaException e) {
            taken.forEach((subscription, shard) ->
                    finished.add(new Finished(shard, subscription.feed(), subscription.feed(), null)));
            throw e;
        }
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(kafka.topic(Topics.SUBSCRIPTIONS), number);
    }

    private @Nullable Shard owner(String feed) {
        for (var shard : shards.values()) {
            if (shard.subscription(feed) != null) {
                return shard;
            }
        }
        return null;
    }

    private void work(Shard shard, Subscription subscription) {
        Duration patience = null;
        var before = shard.state(subscription.feed());
        try {
            var polled = poll.poll(subscription, before);
            patience = polled.patience();
            shard.commit(polled.with(pages.named(polled.revisions())));
            pages.offer(polled.revisions(), subscription.zone(), shard::publish);
        } finally {
            var address = before == null ? subscription.feed() : FeedPoll.address(before);
            finished.add(new Finished(shard, subscription.feed(), address, patience));
        }
    }

    private void giveUp(Collection<Integer> partitions) {
        for (var partition : partitions) {
            unopened.remove(partition);
            var shard = shards.remove(partition);
            if (shard != null) {
                shard.feeds().forEach(schedule::remove);
                shard.close();
            }
        }
    }

    /** Stops asking, lets a transaction that is being written end, and leaves the rest to the next owner. */
    @Override
    public void close() {
        stopping = true;
        try {
            pages.close();
            thread.join(TimeUnit.SECONDS.toMillis(30));
            client.close();
            workers.shutdown();
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Assignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            partitions.forEach(p -> unopened.put(p.partition(), System.nanoTime()));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            var numbers = new HashSet<Integer>();
            partitions.forEach(p -> numbers.add(p.partition()));
            giveUp(numbers);
        }
    }
}
