// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;

/**
 * Refuses to write what the topic would not take, before the producer hears of it: once it has, the transaction is lost,
 * and the topology fails over the same record again and again.
 */
record Bounded<V>(Serde<V> serde, int most) implements Serde<V> {
    /** Left for key, headers and framing. */
    private static final int ROOM = 48 << 10;

    private static final int USUAL = 1 << 20;

    static <V> Bounded<V> of(Topic<V> topic) {
        var most = Topics.OF_TEXTS.contains(topic) ? Topics.LARGEST : USUAL;
        return new Bounded<>(JsonSerde.of(topic), most - ROOM);
    }

    @Override
    public Serializer<V> serializer() {
        var inner = serde.serializer();
        return (topic, value) -> {
            var bytes = inner.serialize(topic, value);
            if (bytes != null && bytes.length > most) {
                throw new SerializationException(
                        "takes %d bytes, at most %d are written".formatted(bytes.length, most));
            }
            return bytes;
        };
    }

    @Override
    public Deserializer<V> deserializer() {
        return serde.deserializer();
    }
}
