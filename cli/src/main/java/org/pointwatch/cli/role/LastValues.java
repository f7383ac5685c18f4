// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.WireException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last value of each key of a compacted topic. */
public final class LastValues {
    private static final Logger LOG = LoggerFactory.getLogger(LastValues.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private LastValues() {}

    public static <V> Map<String, V> of(KafkaAccess kafka, Topic<V> topic) {
        var serde = JsonSerde.of(topic);
        var values = new TreeMap<String, V>();
        try (var consumer = kafka.reader(Map.of())) {
            var partitions = consumer.partitionsFor(kafka.topic(topic)).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                for (var record : consumer.poll(POLL)) {
                    put(values, record.key(), record.value(), serde);
                }
            }
        }
        return values;
    }

    private static <V> void put(Map<String, V> values, String key, byte[] bytes, JsonSerde<V> serde) {
        if (bytes == null) {
            values.remove(key);
            return;
        }
        try {
            values.put(key, serde.decode(bytes));
        } catch (WireException e) {
            LOG.warn("{} is left out: {}", key, e.getMessage());
        }
    }
}
