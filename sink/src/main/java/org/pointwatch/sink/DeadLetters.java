// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.DeadLetter;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;

/**
 * Records that cannot be stored go to their topic, acknowledged before the transaction that passes them commits. A
 * crash in between sends one again: its origin headers tell which.
 */
final class DeadLetters implements AutoCloseable {
    /** The headers make a letter larger than the record was; what the broker would refuse is cut. */
    private static final int LONGEST_VALUE = 900_000;

    private static final int LONGEST_KEY = 10_000;
    private static final int LONGEST_DETAIL = 2_000;
    private static final int REMEMBERED = 10_000;

    private final KafkaAccess kafka;
    private final Decoder decoder;
    private final SinkMeters meters;
    private final List<Sent> unconfirmed = new ArrayList<>();
    private final Map<String, Boolean> sent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private @Nullable Producer<String, byte[]> producer;

    private record Sent(Decoded.Bad bad, String origin, Future<?> answer) {}

    DeadLetters(KafkaAccess kafka, Decoder decoder, SinkMeters meters) {
        this.kafka = kafka;
        this.decoder = decoder;
        this.meters = meters;
    }

    /** Does nothing if this process sent the record before. */
    void send(Decoded.Bad bad) {
        var origin = Batch.partition(bad.source()) + "@" + bad.source().offset();
        if (!sent.containsKey(origin)) {
            unconfirmed.add(new Sent(bad, origin, producer().send(letter(bad))));
        }
    }

    /** @throws KafkaException if the broker did not take them all */
    void confirm() {
        try {
            if (producer != null) {
                producer.flush();
            }
            for (var one : unconfirmed) {
                one.answer().get();
                sent.put(one.origin(), true);
                meters.deadLetter(
                        one.bad(), decoder.table(one.bad().source().topic()).name());
            }
        } catch (ExecutionException e) {
            throw new KafkaException("a dead letter was not taken: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while dead letters were sent", e);
        } finally {
            unconfirmed.clear();
        }
    }

    private ProducerRecord<String, byte[]> letter(Decoded.Bad bad) {
        var source = bad.source();
        var key = source.key() == null ? null : Text.cut(source.key(), LONGEST_KEY);
        var letter = DeadLetter.record(
                kafka.topic(Topics.DEAD_LETTERS),
                key,
                value(source),
                bad.stage(),
                Text.cut(bad.reason() + ": " + bad.detail(), LONGEST_DETAIL),
                DeadLetter.origin(source.topic(), source.partition(), source.offset()));
        if (source.value() != null && source.value().length > LONGEST_VALUE) {
            var length = Integer.toString(source.value().length);
            letter.headers().add("cut-from-bytes", length.getBytes(StandardCharsets.US_ASCII));
        }
        return letter;
    }

    private static byte @Nullable [] value(ConsumerRecord<String, byte[]> source) {
        var value = source.value();
        return value == null || value.length <= LONGEST_VALUE ? value : Arrays.copyOf(value, LONGEST_VALUE);
    }

    private Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = kafka.producer(Map.of(
                    "client.id", kafka.id("sink-dead-letters"),
                    "max.block.ms", 10_000,
                    "request.timeout.ms", 8_000,
                    "delivery.timeout.ms", 20_000));
        }
        return producer;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
