// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.WireException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition of a compacted topic, read from its start to the end it had when reading began.
 *
 * @param values the last value of each key
 * @param end the offset behind the last record read
 */
record PartitionLoad<V>(Map<String, V> values, long end) {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionLoad.class);
    private static final Duration WAIT = Duration.ofMillis(200);

    static <V> PartitionLoad<V> of(KafkaAccess kafka, Topic<V> topic, int partition, FetchMeters meters) {
        var at = new TopicPartition(kafka.topic(topic), partition);
        var serde = JsonSerde.of(topic);
        var values = new HashMap<String, V>();
        try (var consumer = kafka.reader(Map.of("default.api.timeout.ms", 10_000))) {
            consumer.assign(List.of(at));
            consumer.seekToBeginning(List.of(at));
            long end = consumer.endOffsets(List.of(at)).getOrDefault(at, 0L);
            while (consumer.position(at) < end) {
                for (var record : consumer.poll(WAIT)) {
                    put(values, serde, topic, record.key(), record.value(), meters);
                }
            }
            return new PartitionLoad<>(values, end);
        }
    }

    private static <V> void put(
            Map<String, V> values, JsonSerde<V> serde, Topic<V> topic, String key, byte[] value, FetchMeters meters) {
        if (value == null) {
            values.remove(key);
            return;
        }
        try {
            values.put(key, serde.decode(value));
        } catch (WireException e) {
            meters.undecodable(topic.name());
            LOG.warn("record {} of {} is left out: {}", key, topic.name(), e.getMessage());
        }
    }
}
