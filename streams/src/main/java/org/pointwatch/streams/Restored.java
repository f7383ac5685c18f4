// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Counts what is restored, so that a long restore can be told from one that hangs. */
final class Restored implements StateRestoreListener {
    private final LongAdder records = new LongAdder();

    long records() {
        return records.sum();
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        records.increment();
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long end, long batch) {
        records.add(batch);
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long total) {
        records.increment();
    }
}
