// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What one poll brought.
 *
 * @param next where each partition stands after it, also of partitions without records (a commit marker moves them too)
 */
record Batch(List<Decoded> records, Map<TopicPartition, Long> next) {
    static Batch of(Iterable<ConsumerRecord<String, byte[]>> polled, Map<TopicPartition, Long> next, Decoder decoder) {
        var records = new ArrayList<Decoded>();
        for (var source : polled) {
            if (next.containsKey(partition(source))) {
                records.add(decoder.decode(source));
            }
        }
        return new Batch(records, next);
    }

    boolean changesNothing() {
        return next.isEmpty();
    }

    /** Records from the given offsets on: what is before them is stored already. */
    List<Decoded> from(Map<TopicPartition, Long> stored) {
        return records.stream()
                .filter(r -> r.source().offset() >= stored.getOrDefault(partition(r.source()), Long.MAX_VALUE))
                .toList();
    }

    /** The last record of each key, by table and key: one order for all writers, so that no two wait for each other. */
    static Map<Table<?>, List<Row>> latest(List<Decoded> records) {
        var latest = new LinkedHashMap<Table<?>, List<Row>>();
        for (var table : Tables.ALL) {
            var rows = new TreeMap<String, Row>();
            for (var record : records) {
                if (record instanceof Row row && row.table().name().equals(table.name())) {
                    rows.put(row.name(), row);
                }
            }
            latest.put(table, List.copyOf(rows.values()));
        }
        return latest;
    }

    static TopicPartition partition(ConsumerRecord<?, ?> source) {
        return new TopicPartition(source.topic(), source.partition());
    }
}
