// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;

/** Sends values to topics; what was sent is on the broker after {@link #flush} or {@link #close}, or they throw. */
public final class Publish implements AutoCloseable {
    private final KafkaAccess kafka;
    private final Producer<String, byte[]> producer;
    private final List<Future<RecordMetadata>> unconfirmed = new ArrayList<>();

    private Publish(KafkaAccess kafka) {
        this.kafka = kafka;
        this.producer = kafka.producer(Map.of());
    }

    public static Publish to(KafkaAccess kafka) {
        return new Publish(kafka);
    }

    /** All at once: the values by key, in the map's order, acknowledged. */
    public static <V> void all(KafkaAccess kafka, Topic<V> topic, Map<String, V> values) {
        try (var publish = to(kafka)) {
            values.forEach((key, value) -> publish.send(topic, key, value));
        }
    }

    public <V> Publish send(Topic<V> topic, String key, V value) {
        return bytes(topic, key, JsonSerde.of(topic).encode(value));
    }

    public Publish tombstone(Topic<?> topic, String key) {
        return bytes(topic, key, null);
    }

    /** Bytes as they are, such as a poison record; null is a tombstone, and a key may be missing. */
    public Publish bytes(Topic<?> topic, @Nullable String key, byte @Nullable [] value) {
        return send(new ProducerRecord<>(kafka.topic(topic), key, value));
    }

    /** A record that is special in partition, timestamp or headers. */
    public Publish send(ProducerRecord<String, byte[]> special) {
        unconfirmed.add(producer.send(special));
        return this;
    }

    public Publish flush() {
        producer.flush();
        for (var sent : unconfirmed) {
            confirm(sent);
        }
        unconfirmed.clear();
        return this;
    }

    private static void confirm(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take a record: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while records were confirmed", e);
        }
    }

    @Override
    public void close() {
        try (producer) {
            flush();
        }
    }
}
