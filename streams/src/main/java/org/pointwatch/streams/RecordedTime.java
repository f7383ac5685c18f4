// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Configurable;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** The record's own timestamp, but never later than now: no foreign producer can move stream time ahead. Those who try count. */
public final class RecordedTime implements TimestampExtractor, Configurable {
    /** Clocks of two machines may differ by so much. */
    private static final long TOLERATED_MILLIS = 60_000;

    private MeterRegistry meters = Metrics.globalRegistry;

    @Override
    public void configure(Map<String, ?> configs) {
        meters = (MeterRegistry) Objects.requireNonNull(configs.get(PoisonHandler.METERS), PoisonHandler.METERS);
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        var now = System.currentTimeMillis();
        if (record.timestamp() > now + TOLERATED_MILLIS) {
            meters.counter("pointwatch_records_ahead_total", "topic", record.topic())
                    .increment();
        }
        return Math.max(0, Math.min(record.timestamp(), now));
    }
}
