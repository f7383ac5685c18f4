// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.override;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.WireException;
import org.pointwatch.wire.record.Override;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The overrides as they stand on the topic. Every writer has the same transactional id, so that Kafka lets only
 * the last of two commands write that were under way together: nobody decides on what has just been replaced.
 */
public final class OverrideLog {
    private static final Logger LOG = LoggerFactory.getLogger(OverrideLog.class);
    private static final JsonSerde<Override> SERDE = JsonSerde.of(Topics.OVERRIDES);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A commit is over for its writer before readers may see it; a writer that was killed holds them up for longer. */
    private static final Duration COMMITTING = Duration.ofSeconds(2);

    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final String WRITER = "story";

    private OverrideLog() {}

    /** @throws OverrideException if Kafka does not answer any more */
    public static Overrides read(KafkaAccess kafka) {
        var overrides = new Overrides();
        try (var consumer = kafka.reader(Map.of("default.api.timeout.ms", 15_000))) {
            var partitions = consumer.partitionsFor(kafka.topic(Topics.OVERRIDES)).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var written = written(kafka, partitions);
            var ends = consumer.endOffsets(partitions);
            var begun = System.nanoTime();
            while (!reached(consumer, within(COMMITTING, begun) ? written : ends)) {
                if (!within(PATIENCE, begun)) {
                    throw unread(kafka, "not read to its end within " + PATIENCE.toSeconds() + " s", null);
                }
                consumer.poll(POLL).forEach(record -> take(overrides, record));
            }
        } catch (KafkaException e) {
            throw unread(kafka, reason(e), e);
        }
        return overrides;
    }

    private static boolean within(Duration time, long begun) {
        return System.nanoTime() - begun < time.toNanos();
    }

    private static Map<TopicPartition, Long> written(KafkaAccess kafka, List<TopicPartition> partitions) {
        try (var consumer =
                kafka.reader(Map.of("default.api.timeout.ms", 15_000, "isolation.level", "read_uncommitted"))) {
            return consumer.endOffsets(partitions);
        }
    }

    private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static void take(Overrides overrides, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            overrides.forget(String.valueOf(record.key()));
            return;
        }
        try {
            overrides.take(SERDE.decode(record.value()));
        } catch (WireException e) {
            LOG.warn(
                    "{}, partition {}, offset {} is left out: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    /**
     * Reads what is in force, asks what is to be added, and writes that in one transaction.
     *
     * @throws OverrideException if it was not written, or if nobody knows whether it was
     */
    public static Change change(KafkaAccess kafka, Function<Overrides, Change> decision) {
        var producer = kafka.producer(Map.of(
                "transactional.id", kafka.id(WRITER),
                "transaction.timeout.ms", 20_000,
                "max.block.ms", 15_000,
                "request.timeout.ms", 5_000,
                "delivery.timeout.ms", 15_000));
        try {
            producer.initTransactions(); // before reading: from here on, another command that writes stops this one
            var change = decision.apply(read(kafka));
            if (!change.records().isEmpty()) {
                write(kafka, producer, change);
            }
            return change;
        } catch (KafkaException e) {
            throw OverrideException.failed(
                    "cannot write to " + place(kafka) + ": " + reason(e) + ". Nothing was written; try again", e);
        } finally {
            producer.close(CLOSING);
        }
    }

    private static void write(KafkaAccess kafka, Producer<String, byte[]> producer, Change change) {
        try {
            producer.beginTransaction();
            for (var record : change.records()) {
                producer.send(new ProducerRecord<>(kafka.topic(Topics.OVERRIDES), record.key(), SERDE.encode(record)));
            }
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw unwritten(kafka, e);
        }
    }

    private static OverrideException unread(KafkaAccess kafka, String reason, @Nullable Exception cause) {
        var message = "cannot read " + place(kafka) + ": " + reason + ". Nothing was written; try again";
        return OverrideException.failed(message, cause);
    }

    private static OverrideException unwritten(KafkaAccess kafka, KafkaException e) {
        return OverrideException.failed(
                overtaken(e)
                        ? "another `pointwatch story` or `veto`, or a desk, wrote to " + place(kafka)
                                + " in the meantime, so this one wrote nothing: try again"
                        : "the override was perhaps not written to " + place(kafka) + ": " + reason(e)
                                + ". `pointwatch story list` and `pointwatch veto list` tell; if it is not there, try again",
                e);
    }

    private static String place(KafkaAccess kafka) {
        return kafka.topic(Topics.OVERRIDES) + " at " + kafka.bootstrap();
    }

    private static boolean overtaken(@Nullable Throwable e) {
        return e != null
                && (e instanceof ProducerFencedException
                        || e instanceof InvalidProducerEpochException
                        || overtaken(e.getCause()));
    }

    private static String reason(KafkaException e) {
        return String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
    }
}
