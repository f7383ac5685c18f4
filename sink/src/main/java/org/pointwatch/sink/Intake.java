// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.KafkaAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The consumer, and what to make of its complaints. */
final class Intake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int SESSION_MS = 10_000;

    /** A broker that does not answer is given up within seconds. */
    private static final int REQUEST_MS = 10_000;

    private static final Duration ONCE_IN = Duration.ofMinutes(1);

    private final @Nullable String instanceId;
    private final InstantSource clock;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final MeterRegistry registry;
    private final Outage outage;
    private final BrokerWatch broker;
    private Consumer<String, byte[]> consumer;
    private KafkaClientMetrics consumerMeters;
    private Runnable subscription = () -> {};
    private Instant fencedUntil = Instant.EPOCH;

    Intake(SinkSettings settings, KafkaAccess kafka, MeterRegistry registry, InstantSource clock, SinkMeters meters) {
        instanceId = settings.instanceId();
        this.clock = clock;
        this.registry = registry;
        consumers = () -> kafka.consumer(consumerSettings(settings, kafka));
        consumer = consumers.get();
        consumerMeters = metered();
        outage = new Outage("Kafka", clock, meters.outages("kafka"));
        broker = new BrokerWatch(kafka, outage, clock);
    }

    private KafkaClientMetrics metered() {
        var metered = new KafkaClientMetrics(consumer);
        metered.bindTo(registry);
        return metered;
    }

    void subscribe(List<String> topics, ConsumerRebalanceListener listener) {
        subscription = () -> consumer.subscribe(topics, listener);
        subscription.run();
    }

    /** Another one after a fence. */
    Consumer<String, byte[]> consumer() {
        return consumer;
    }

    BrokerWatch broker() {
        return broker;
    }

    private static Map<String, Object> consumerSettings(SinkSettings settings, KafkaAccess kafka) {
        var own = new HashMap<String, Object>(Map.of(
                "group.id",
                Sink.group(kafka),
                "client.id",
                Sink.group(kafka),
                "max.poll.records",
                settings.batchSize(),
                "session.timeout.ms",
                SESSION_MS,
                "request.timeout.ms",
                REQUEST_MS,
                "partition.assignment.strategy",
                CooperativeStickyAssignor.class.getName(),
                "auto.offset.reset",
                "none",
                "allow.auto.create.topics",
                false));
        if (settings.instanceId() != null) {
            own.put("group.instance.id", settings.instanceId());
        }
        return own;
    }

    /** What has come, after a moment's patience; throws {@link SinkException} where waiting cannot help. */
    ConsumerRecords<String, byte[]> poll() {
        try {
            var polled = consumer.poll(POLL);
            if (polled.isEmpty()) {
                broker.idle();
            } else {
                outage.over();
            }
            return polled;
        } catch (InvalidOffsetException e) {
            throw new SinkException(
                    SinkException.Kind.RECORDS_GONE,
                    "the broker no longer has the offsets that the database waits for (" + e.getMessage()
                            + "): was it wiped while the sink ran? Start the sink again for the exact reason",
                    e);
        } catch (FencedInstanceIdException e) {
            fenced(e);
            return ConsumerRecords.empty();
        } catch (AuthenticationException | AuthorizationException e) {
            throw refused(e);
        }
    }

    /**
     * A broker that was killed in the midst of a rebalance remembers who bore the name before, and takes us for another: so the
     * first time we ask to be let in again, with another consumer: one that was fenced stays so. A second sink asks as well, and then the first of both is told a second time.
     */
    private void fenced(FencedInstanceIdException e) {
        var now = clock.instant();
        if (now.isBefore(fencedUntil)) {
            throw new SinkException(
                    SinkException.Kind.OTHER_SINK,
                    "another sink joined with the instance id " + instanceId + ": give each its own, or none",
                    e);
        }
        fencedUntil = now.plus(ONCE_IN);
        LOG.warn("the group knows the instance id {} as somebody else: joining once more", instanceId);
        closeConsumer();
        consumer = consumers.get();
        consumerMeters = metered();
        subscription.run();
    }

    /** Says that Kafka is waited for, unless it refuses us. */
    void await(KafkaException e) {
        if (e instanceof AuthenticationException || e instanceof AuthorizationException) {
            throw refused((ApiException) e);
        }
        outage.is(String.valueOf(e.getMessage()));
    }

    private static SinkException refused(ApiException e) {
        return new SinkException(
                SinkException.Kind.REFUSED,
                "Kafka does not let the sink in: " + e.getMessage()
                        + ". Check the kafka.* keys and the ACLs of the prefix",
                e);
    }

    /** Kafka is told where the rows stand only so that people and tools can see it. */
    void show(Map<TopicPartition, Long> stored, boolean last) {
        Map<TopicPartition, OffsetAndMetadata> shown = stored.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, p -> new OffsetAndMetadata(p.getValue())));
        try {
            if (last) {
                consumer.commitSync(shown, Duration.ofSeconds(2));
            } else {
                consumer.commitAsync(shown, (offsets, e) -> {});
            }
        } catch (KafkaException e) {
            LOG.debug("the lag is not shown this time", e);
        }
    }

    @Override
    public void close() {
        broker.close();
        closeConsumer();
    }

    private void closeConsumer() {
        consumerMeters.close();
        try {
            consumer.close();
        } catch (KafkaException closing) {
            LOG.debug("the consumer did not close in order", closing);
        }
    }
}
