// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;

/**
 * Reads topics from their beginning to the end they have now, committed records only. A transaction that is just ending is waited
 * for, because its commit is over for the writer before readers see it; one that stays open, not longer than two seconds.
 */
public final class Collect {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration OPEN = Duration.ofSeconds(2);

    private final KafkaAccess kafka;

    private Collect(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    public static Collect from(KafkaAccess kafka) {
        return new Collect(kafka);
    }

    /** The last value of each key, by key; keys whose last record is a tombstone are left out. */
    public <V> NavigableMap<String, V> last(Topic<V> topic) {
        var serde = JsonSerde.of(topic);
        var last = new TreeMap<String, V>();
        for (var record : records(topic)) {
            if (record.value() == null) {
                last.remove(record.key());
            } else {
                last.put(record.key(), serde.decode(record.value()));
            }
        }
        return last;
    }

    /** Every value, in the order of each partition. */
    public <V> List<V> values(Topic<V> topic) {
        var serde = JsonSerde.of(topic);
        return records(topic).stream()
                .filter(r -> r.value() != null)
                .map(r -> serde.decode(r.value()))
                .toList();
    }

    /** Every record as it is, with headers, in the order of each partition. */
    public List<ConsumerRecord<String, byte[]>> records(Topic<?> topic) {
        try (var consumer = kafka.reader(Map.of())) {
            var partitions = consumer.partitionsFor(kafka.topic(topic)).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            readTo(written(partitions), consumer, found, System.nanoTime() + OPEN.toNanos());
            readTo(consumer.endOffsets(partitions), consumer, found, Long.MAX_VALUE);
            return found;
        }
    }

    private Map<TopicPartition, Long> written(List<TopicPartition> partitions) {
        try (var consumer = kafka.reader(Map.of("isolation.level", "read_uncommitted"))) {
            return consumer.endOffsets(partitions);
        }
    }

    private static void readTo(
            Map<TopicPartition, Long> ends,
            Consumer<String, byte[]> consumer,
            List<ConsumerRecord<String, byte[]>> found,
            long until) {
        while (!reached(consumer, ends) && System.nanoTime() < until) {
            consumer.poll(POLL).forEach(found::add);
        }
    }

    private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
