// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.jspecify.annotations.Nullable;
import org.pointwatch.streams.SimulationBlueprint.Part;
import org.pointwatch.streams.SimulationBlueprint.Source;
import org.pointwatch.streams.SimulationBlueprint.StoreSerdes;
import org.pointwatch.streams.SimulationBroker.Fetched;

/** A topic that an instance reads as a whole, at its own pace, into a store that is empty when it starts. */
final class SimulationGlobal {
    private final SimulationBroker broker;
    private final SimulationFaults faults;
    private final Source source;
    private final String topic;
    private final SimulationStore store;
    private final Processor<Object, Object, Object, Object> processor;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private @Nullable Fetched current;

    @SuppressWarnings("unchecked") // whoever built the topology saw to the types
    SimulationGlobal(Part part, Map<String, StoreSerdes> serdes, SimulationBroker broker, SimulationFaults faults) {
        this.broker = broker;
        this.faults = faults;
        this.source = part.sources().get(0);
        this.topic = source.topics().iterator().next();
        var step = part.steps().get(0);
        var name = step.stores().iterator().next();
        this.store = new SimulationStore(name, serdes.get(name), new TreeMap<>(), faults, change -> {});
        this.processor =
                (Processor<Object, Object, Object, Object>) step.processors().get();
        processor.init((ProcessorContext<Object, Object>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ProcessorContext.class}, this::asked));
    }

    private @Nullable Object asked(Object context, Method question, Object @Nullable [] arguments) {
        return switch (question.getName()) {
            case "getStateStore" -> store;
            case "recordMetadata" ->
                Optional.ofNullable(current)
                        .map(f -> new ProcessorRecordContext(
                                f.entry().timestamp(), f.offset(), f.from().partition(), topic, new RecordHeaders()));
            default -> throw new UnsupportedOperationException(question.toString());
        };
    }

    /** Reads one more record, if there is one. */
    boolean turn() {
        for (var p = 0; p < broker.partitions(); p++) {
            var from = new TopicPartition(topic, p);
            var next = broker.read(from, positions.getOrDefault(from, 0L));
            if (next != null) {
                faults.step(SimulationPoint.GLOBAL);
                current = next;
                positions.put(from, next.offset() + 1);
                var entry = next.entry();
                processor.process(new Record<>(
                        source.key().deserialize(topic, entry.key()),
                        source.value().deserialize(topic, entry.value()),
                        entry.timestamp(),
                        new RecordHeaders()));
                current = null;
                return true;
            }
        }
        return false;
    }

    SimulationStore store() {
        return store;
    }
}
