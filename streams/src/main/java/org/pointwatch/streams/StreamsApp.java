// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the topology until it is closed. When it fails for a reason outside a record (a broker away for too long, a
 * transaction that timed out) the client is built anew under the same static name, after a pause that grows.
 */
public final class StreamsApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
    private static final Duration CALM = Duration.ofMinutes(1);

    /** What a killed instance leaves open holds up readers for this long at most. */
    private static final int TRANSACTION_MS = 15_000;

    private static final Duration CLOSING = Duration.ofSeconds(15);

    private final KafkaAccess kafka;
    private final StreamsSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread keeper = new Thread(this::keepRunning, "process-keeper");
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Advance advance = new Advance(System.nanoTime());
    private final Restored restored = new Restored();
    private volatile KafkaStreams.@Nullable State state;

    private StreamsApp(KafkaAccess kafka, StreamsSettings settings, Clock clock, MeterRegistry meters) {
        this.kafka = kafka;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        meters.gauge(
                "pointwatch_process_stalled_seconds", advance, a -> a.stalled().toSeconds());
    }

    /** Starts in the background; the topics must be there. */
    public static StreamsApp start(KafkaAccess kafka, StreamsSettings settings, Clock clock, MeterRegistry meters) {
        var app = new StreamsApp(kafka, settings, clock, meters);
        app.keeper.start();
        new BrokerWatch(kafka, app.closing).start();
        return app;
    }

    /** The state of the client, as Kafka names it; {@code null} before the first start. */
    public KafkaStreams.@Nullable State state() {
        return state;
    }

    /**
     * Whether each task has reached the end of its inputs or has moved within half a minute, or stores are being restored:
     * what health should ask, since a client may be in its best state and do nothing.
     */
    public boolean advancing() {
        return advance.advancing();
    }

    /** Completes exceptionally when the topology has given up for a reason that only people can mend. */
    public CompletionStage<Void> ended() {
        return ended.minimalCompletionStage();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            keeper.join(CLOSING.plusSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepRunning() {
        var pause = FIRST_PAUSE;
        while (closing.getCount() > 0) {
            var started = System.nanoTime();
            runOnce();
            var calm = System.nanoTime() - started > CALM.toNanos();
            pause = calm ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            if (closing.getCount() > 0) {
                meters.counter("pointwatch_process_restarts_total").increment();
                LOG.warn("the topology stopped ({}); starting it again in {} s", failure.get(), pause.toSeconds());
                await(pause);
            }
        }
    }

    private void runOnce() {
        var properties = properties(kafka, settings, meters);
        var over = new CountDownLatch(1);
        try {
            StartingPoint.settle(kafka, settings);
            run(properties, over);
        } catch (LostOffsetsException e) {
            LOG.error("the topology stops: {}", e.getMessage());
            closing.countDown();
            ended.completeExceptionally(e);
        } catch (RuntimeException e) {
            failure.set(e);
            LOG.error("the topology cannot start: {}", e.toString());
        }
    }

    private void run(Properties properties, CountDownLatch over) {
        try (var streams = new KafkaStreams(
                        MonitoringTopology.of(kafka, settings, clock, meters, properties), properties);
                var binder = new KafkaStreamsMetrics(streams)) {
            streams.setUncaughtExceptionHandler(e -> {
                failure.set(e);
                LOG.error("the topology failed: {}", e.toString(), e);
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
            streams.setStateListener((now, before) -> {
                state = now;
                if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
                    over.countDown();
                }
            });
            streams.setGlobalStateRestoreListener(restored);
            binder.bindTo(meters);
            streams.start();
            while (over.getCount() > 0 && closing.getCount() > 0) {
                await(Duration.ofMillis(200));
                look(streams);
            }
            streams.close(CLOSING);
        }
    }

    private void look(KafkaStreams streams) {
        var running = streams.state() == KafkaStreams.State.RUNNING;
        advance.look(running, running ? positions(streams) : Map.of(), restored.records(), System.nanoTime());
    }

    private static Map<String, Advance.Position> positions(KafkaStreams streams) {
        var positions = new HashMap<String, Advance.Position>();
        for (var thread : streams.metadataForLocalThreads()) {
            for (var task : thread.activeTasks()) {
                positions.put(
                        task.taskId().toString(),
                        new Advance.Position(byInput(task.committedOffsets()), byInput(task.endOffsets())));
            }
        }
        return positions;
    }

    private static Map<String, Long> byInput(Map<TopicPartition, Long> offsets) {
        var byInput = new HashMap<String, Long>();
        offsets.forEach((input, offset) -> byInput.put(input.toString(), offset));
        return byInput;
    }

    private void await(Duration pause) {
        try {
            if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** What the topology is built and run with. */
    static Properties properties(KafkaAccess kafka, StreamsSettings s, MeterRegistry meters) {
        var own = new HashMap<String, Object>(Map.of(
                "application.id", kafka.id(s.name()),
                "processing.guarantee", "exactly_once_v2",
                "ensure.explicit.internal.resource.naming", true,
                "state.dir", s.stateDirectory().toString(),
                "num.stream.threads", s.threads(),
                "commit.interval.ms", s.commitInterval().toMillis(),
                "replication.factor", s.internalReplication(),
                "statestore.cache.max.bytes", 64L << 20,
                "default.timestamp.extractor", RecordedTime.class.getName(),
                "auto.offset.reset", "earliest"));
        own.putAll(Map.of(
                "num.standby.replicas",
                s.standbys(),
                // A broker that is back is noticed within a second or two, also one that was frozen and not gone.
                "reconnect.backoff.max.ms",
                500,
                "socket.connection.setup.timeout.ms",
                2_000,
                "socket.connection.setup.timeout.max.ms",
                4_000));
        // Stores are read in partition by partition, and each waits behind the long poll of the one before: half a
        // second.
        own.putAll(Map.of("global.consumer.fetch.max.wait.ms", 100, "restore.consumer.fetch.max.wait.ms", 100));
        own.putAll(Map.of(
                "production.exception.handler",
                PoisonHandler.class.getName(),
                "producer.max.request.size",
                Topics.LARGEST,
                "topic.max.message.bytes",
                Integer.toString(Topics.LARGEST)));
        own.putAll(Map.of(
                "deserialization.exception.handler",
                PoisonHandler.class.getName(),
                "processing.exception.handler",
                PoisonHandler.class.getName(),
                PoisonHandler.TOPIC,
                kafka.topic(Topics.DEAD_LETTERS),
                PoisonHandler.METERS,
                meters,
                "group.instance.id",
                s.instance(),
                "session.timeout.ms",
                (int) s.sessionTimeout().toMillis(),
                "heartbeat.interval.ms",
                (int) s.sessionTimeout().toMillis() / 4,
                "producer.transaction.timeout.ms",
                TRANSACTION_MS,
                "producer.compression.type",
                "lz4",
                "topology.optimization",
                "none"));
        return kafka.properties(own);
    }
}
