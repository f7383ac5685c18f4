// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.http.AddressGate;
import org.pointwatch.ingest.http.FeedClient;
import org.pointwatch.ingest.http.HubClient;
import org.pointwatch.ingest.page.PageFetcher;
import org.pointwatch.ingest.page.PageSettings;
import org.pointwatch.ingest.websub.WebSub;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
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

    private final KafkaAccess kafka;
    private final FetchSettings settings;
    private final CoverageGauges gauges;
    private final FeedClient client;
    private final PageFetcher pages;
    private final @Nullable WebSub websub;
    private final OwnShards shards;
    private final Asking asking;
    private final ExecutorService workers;
    private final Thread thread;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean stopping;

    private Fetcher(
            KafkaAccess kafka,
            FetchSettings settings,
            PageSettings reading,
            Function<Duration, AddressGate> gates,
            Clock clock,
            MeterRegistry registry) {
        this.kafka = kafka;
        this.settings = settings;
        var meters = new FetchMeters(registry);
        this.gauges = new CoverageGauges(registry);
        var crowd = settings.threads() * Asking.CROWD;
        var agent = settings.userAgent();
        var exceptions = settings.addressExceptions();
        var gate = gates.apply(settings.perAddress());
        this.client = new FeedClient(agent, exceptions, settings.limits(), crowd, clock, FeedClient.FEEDS, gate);
        this.pages = new PageFetcher(reading, agent, exceptions, gates.apply(settings.perAddress()), clock, registry);
        this.workers = Executors.newCachedThreadPool(r -> new Thread(r, "fetch-worker"));
        var schedule = new Schedule(settings.policy(), settings.hostSpacing(), crowd / 4, gate);
        var poll = new FeedPoll(client, settings.policy(), schedule.pace(), settings.known(), clock, meters);
        this.websub = WebSub.start(
                settings.websub(), () -> new HubClient(agent, exceptions, settings.limits()), clock, registry);
        this.shards = new OwnShards(kafka, schedule, pages, websub, clock, meters, workers);
        this.asking = new Asking(settings, shards, schedule, poll, pages, websub, clock, workers);
        this.thread = new Thread(() -> run(registry), "fetch");
    }

    /** Returns at once; the role waits for Kafka and for its topics. */
    public static Fetcher start(KafkaAccess kafka, FetchSettings settings, Clock clock, MeterRegistry registry) {
        return start(kafka, settings, PageSettings.OFF, clock, registry);
    }

    /** As above; the pages of new entries are read as well. */
    public static Fetcher start(
            KafkaAccess kafka, FetchSettings settings, PageSettings pages, Clock clock, MeterRegistry registry) {
        return start(kafka, settings, pages, AddressGate::new, clock, registry);
    }

    /** @param gates makes one of a pause, for the feeds and for the pages */
    static Fetcher start(
            KafkaAccess kafka,
            FetchSettings settings,
            PageSettings pages,
            Function<Duration, AddressGate> gates,
            Clock clock,
            MeterRegistry registry) {
        var fetcher = new Fetcher(kafka, settings, pages, gates, clock, registry);
        fetcher.thread.start();
        return fetcher;
    }

    /** Completes when the role has ended, exceptionally if a fault here ended it. */
    public CompletionStage<Void> ended() {
        return ended;
    }

    /** Where hubs are listened to; 0 if they are not. */
    int websubPort() {
        return websub == null ? 0 : websub.port();
    }

    private void run(MeterRegistry registry) {
        try (var consumer = kafka.consumer(membership());
                var metrics = new KafkaClientMetrics(consumer)) {
            metrics.bindTo(registry);
            consumer.subscribe(List.of(kafka.topic(Topics.SUBSCRIPTIONS)), shards);
            while (!stopping) {
                tickOrWait(consumer);
            }
            shards.giveUpAll();
            ended.complete(null);
        } catch (RuntimeException | Error e) {
            LOG.error("the fetch role ends because of a fault here: please report it", e);
            shards.giveUpAll();
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
            asking.collect(TICK_MILLIS);
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
        consumer.poll(LOOK).forEach(record -> shards.change(record, asking::isAsked));
        asking.collect();
        shards.openWaiting(consumer);
        shards.hearWithdrawals();
        asking.heed();
        asking.ask(consumer);
        gauges.look(shards::standing);
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
            if (websub != null) {
                websub.close(); // last: a tick and its workers ask it for something
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
