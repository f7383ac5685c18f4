// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.View;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a record of a topic to the view; what cannot be decoded is counted, logged and skipped. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Map<String, BiConsumer<String, byte @Nullable []>> takers = new HashMap<>();
    private final MeterRegistry metrics;
    private final KafkaAccess kafka;

    Intake(View view, KafkaAccess kafka, MeterRegistry metrics) {
        this.kafka = kafka;
        this.metrics = metrics;
        take(Topics.DOSSIERS, view::dossier);
        take(Topics.COVERAGE, view::coverage);
        take(Topics.FINDINGS, view::finding);
        take(Topics.STORIES, view::story);
        take(Topics.ROLLING, (key, value) -> view.rolling(value));
    }

    private <V> void take(Topic<V> topic, BiConsumer<String, @Nullable V> taker) {
        var serde = JsonSerde.of(topic);
        takers.put(kafka.topic(topic), (key, bytes) -> taker.accept(key, bytes == null ? null : serde.decode(bytes)));
    }

    /** With prefix. */
    Set<String> topics() {
        return takers.keySet();
    }

    /** A record is taken whole or not at all: decoding comes before the first change of the view. */
    void take(ConsumerRecord<@Nullable String, byte @Nullable []> record) {
        var key = record.key();
        var taker = takers.get(record.topic());
        if (taker == null || key == null) {
            skip(record, "it has no key");
            return;
        }
        try {
            taker.accept(key, record.value());
            metrics.counter("pointwatch.desk.records", "topic", record.topic()).increment();
        } catch (RuntimeException e) {
            skip(record, String.valueOf(e.getMessage()));
        }
    }

    private void skip(ConsumerRecord<?, ?> record, String why) {
        metrics.counter("pointwatch.desk.undecodable", "topic", record.topic()).increment();
        LOG.warn(
                "skipped {} partition {} offset {}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                why.replaceAll("\\p{Cntrl}+", " "));
    }
}
