// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.pointwatch.streams.StreamsSettings;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;

/** Articles in, articles out, exactly once, no work: what the broker and the guarantee alone cost here. */
final class PassThrough {
    private PassThrough() {}

    static KafkaStreams start(KafkaAccess kafka, StreamsSettings settings) {
        var builder = new StreamsBuilder();
        builder.stream(kafka.topic(Topics.ARTICLES), Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .to(kafka.topic(Topics.FINDINGS), Produced.with(Serdes.String(), Serdes.ByteArray()));
        var properties = kafka.properties(Map.of(
                "application.id", kafka.id(settings.name()),
                "processing.guarantee", "exactly_once_v2",
                "commit.interval.ms", settings.commitInterval().toMillis(),
                "num.stream.threads", settings.threads(),
                "replication.factor", settings.internalReplication(),
                "auto.offset.reset", "earliest",
                "producer.compression.type", "lz4",
                "state.dir", settings.stateDirectory().toString()));
        var streams = new KafkaStreams(builder.build(), properties);
        streams.start();
        return streams;
    }
}
