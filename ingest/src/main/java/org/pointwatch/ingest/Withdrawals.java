// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.WaitingPage;

/**
 * Hears which of our waiting pages somebody else has taken off their topic, as a takedown does. Our own records come back
 * with them, and are passed over. Not thread-safe.
 */
final class Withdrawals implements AutoCloseable {
    private final KafkaAccess kafka;
    private @Nullable Consumer<String, byte[]> consumer;

    Withdrawals(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    /** @param from the offset behind what was loaded */
    void follow(int partition, long from) {
        if (consumer == null) {
            consumer = kafka.consumer(Map.of());
        }
        var at = partition(partition);
        var all = new HashSet<>(consumer.assignment());
        all.add(at);
        consumer.assign(all);
        consumer.seek(at, from);
    }

    void leave(int partition) {
        if (consumer != null) {
            var others = new HashSet<>(consumer.assignment());
            others.remove(partition(partition));
            consumer.assign(others);
        }
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(kafka.topic(Topics.PAGES), number);
    }

    /** Who drops a page. */
    interface Dropping {
        void drop(int partition, String page);
    }

    /** Takes what has come; waits for nothing. */
    void hear(Dropping each) {
        if (consumer != null && !consumer.assignment().isEmpty()) {
            for (var record : consumer.poll(Duration.ZERO)) {
                if (isWithdrawal(record)) {
                    each.drop(record.partition(), record.key());
                }
            }
        }
    }

    private static boolean isWithdrawal(ConsumerRecord<String, byte[]> record) {
        return record.key() != null
                && record.value() == null
                && record.headers().lastHeader(WaitingPage.WITHDRAWN) != null;
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }
}
