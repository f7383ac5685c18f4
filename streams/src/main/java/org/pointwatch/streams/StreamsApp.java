// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration CLOSING = Duration.ofSeconds(15);

    private final KafkaAccess kafka;
    private final StreamsSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread keeper = new Thread(this::keepRunning, "process-keeper");
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile KafkaStreams.@Nullable State state;

    private StreamsApp(KafkaAccess kafka, StreamsSettings settings, Clock clock, MeterRegistry meters) {
        this.kafka = kafka;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
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
            var calm =
                    System.nanoTime() - started > LONGEST_PAUSE.multipliedBy(4).toNanos();
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
        var ended = new CountDownLatch(1);
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
                    ended.countDown();
                }
            });
            binder.bindTo(meters);
            streams.start();
            while (ended.getCount() > 0 && closing.getCount() > 0) {
                await(Duration.ofMillis(200));
            }
            streams.close(CLOSING);
        } catch (RuntimeException e) {
            failure.set(e);
            LOG.error("the topology cannot start: {}", e.toString());
        }
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
                30_000,
                "producer.compression.type",
                "lz4",
                "topology.optimization",
                "none"));
        return kafka.properties(own);
    }
}
