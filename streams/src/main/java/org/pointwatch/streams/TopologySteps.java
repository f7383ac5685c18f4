// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dedup.Probe;
import org.pointwatch.domain.ledger.Delta;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;

/** What every chapter of {@link MonitoringTopology} is told with: topics read and written, steps timed, kinds told apart. */
record TopologySteps(
        StreamsBuilder builder,
        KafkaAccess kafka,
        StreamsSettings settings,
        MeterRegistry meters,
        Conservation conservation) {
    <A, B, C, D> ProcessorSupplier<A, B, C, D> timed(String stage, ProcessorSupplier<A, B, C, D> supplier) {
        return Timed.step(stage, meters, conservation, supplier);
    }

    /** From where {@link StartingPoint} has settled, and nowhere else. */
    <V> KStream<String, V> read(Topic<V> topic) {
        return builder.stream(
                kafka.topic(topic),
                Consumed.with(Serdes.String(), JsonSerde.of(topic))
                        .withName("read-" + topic.name())
                        .withOffsetResetPolicy(AutoOffsetReset.none()));
    }

    <V> void write(KStream<String, ? extends @Nullable V> stream, Topic<V> topic) {
        @SuppressWarnings("unchecked") // a KStream only hands out its values
        var values = (KStream<String, V>) stream;
        values.to(
                kafka.topic(topic),
                Produced.with(Serdes.String(), Bounded.of(topic)).withName("write-" + topic.name()));
    }

    static <S, V extends S> KStream<String, V> only(KStream<String, S> said, Class<V> kind, String name) {
        return said.filter((id, s) -> kind.isInstance(s), Named.as("where-" + name))
                .mapValues(kind::cast, Named.as("as-said-" + name));
    }

    <V> Repartitioned<String, V> internal(String name, Serde<V> serde) {
        return Repartitioned.with(Serdes.String(), serde).withName(name).withNumberOfPartitions(settings.partitions());
    }

    static StreamPartitioner<String, Probe> byShard() {
        return (topic, key, probe, partitions) -> Optional.of(Set.of(probe.shard() % partitions));
    }

    /** One record for each task: what holds for all articles must be known where each of them is kept. */
    static <V> StreamPartitioner<String, V> toEveryTask() {
        return (topic, key, value, partitions) ->
                Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
    }

    /** All buckets of a target in one partition, so that windows can be summed there. */
    static StreamPartitioner<String, Delta> byTarget() {
        return (topic, key, delta, partitions) -> {
            var target = delta.target().getBytes(StandardCharsets.UTF_8);
            return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(target)) % partitions));
        };
    }
}
