// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * A real topology, taken apart: the suppliers, serdes and partitioners that it was built with, and who follows whom. No
 * wiring is repeated here, so none can drift; the price is a look into private fields of one version of Kafka Streams.
 */
record SimulationBlueprint(List<Part> parts, List<Part> globals, Map<String, StoreSerdes> stores) {
    /** What becomes a task for each partition. */
    record Part(int id, List<Source> sources, List<Step> steps, List<Sink> sinks) {
        Set<String> stores() {
            var names = new TreeMap<String, Boolean>();
            steps.forEach(s -> s.stores().forEach(name -> names.put(name, true)));
            return names.keySet();
        }
    }

    record Source(
            String name, Set<String> topics, Deserializer<?> key, Deserializer<?> value, List<String> followers) {}

    record Step(String name, Supplier<?> processors, Set<String> stores, List<String> followers) {}

    record Sink(
            String name,
            String topic,
            Serializer<Object> key,
            Serializer<Object> value,
            @Nullable StreamPartitioner<Object, Object> partitioner) {}

    record StoreSerdes(Serde<Object> key, Serde<Object> value) {}

    static SimulationBlueprint of(Topology topology) {
        var builder = field(topology, "internalTopologyBuilder");
        Map<String, ?> factories = field(builder, "nodeFactories");
        var parts = new ArrayList<Part>();
        var globals = new ArrayList<Part>();
        var described = topology.describe();
        for (var part : described.subtopologies()) {
            parts.add(part(part.id(), part.nodes(), factories));
        }
        for (var global : described.globalStores()) {
            globals.add(part(global.id(), List.of(global.source(), global.processor()), factories));
        }
        var stores = new TreeMap<String, StoreSerdes>();
        Map<String, ?> local = field(builder, "stateFactories");
        Map<String, ?> global = field(builder, "globalStateBuilders");
        local.forEach((name, factory) -> stores.put(name, serdes(factory)));
        global.forEach((name, factory) -> stores.put(name, serdes(factory)));
        return new SimulationBlueprint(parts, globals, stores);
    }

    private static StoreSerdes serdes(Object factory) {
        var builder = field(factory, "builder");
        return new StoreSerdes(field(builder, "keySerde"), field(builder, "valueSerde"));
    }

    private static Part part(int id, Iterable<? extends TopologyDescription.Node> nodes, Map<String, ?> factories) {
        var sources = new TreeMap<String, Source>();
        var steps = new TreeMap<String, Step>();
        var sinks = new TreeMap<String, Sink>();
        for (var node : nodes) {
            var name = node.name();
            var made = factories.get(name);
            var followers = node.successors().stream()
                    .map(TopologyDescription.Node::name)
                    .sorted()
                    .toList();
            if (node instanceof TopologyDescription.Source source) {
                sources.put(
                        name,
                        new Source(
                                name,
                                Set.copyOf(source.topicSet()),
                                field(made, "keyDeserializer"),
                                field(made, "valDeserializer"),
                                followers));
            } else if (node instanceof TopologyDescription.Sink sink) {
                sinks.put(name, sink(name, sink.topic(), made));
            } else if (node instanceof TopologyDescription.Processor step) {
                steps.put(name, new Step(name, field(made, "supplier"), Set.copyOf(step.stores()), followers));
            }
        }
        return new Part(id, List.copyOf(sources.values()), List.copyOf(steps.values()), List.copyOf(sinks.values()));
    }

    private static Sink sink(String name, String topic, Object made) {
        return new Sink(
                name, topic, field(made, "keySerializer"), field(made, "valSerializer"), field(made, "partitioner"));
    }

    /** Which step comes after which, to be compared with what Kafka Streams says of itself. */
    Map<String, List<String>> followers() {
        var all = new LinkedHashMap<String, List<String>>();
        for (var part : parts) {
            part.sources().forEach(s -> all.put(s.name(), s.followers()));
            part.steps().forEach(s -> all.put(s.name(), s.followers()));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // the caller knows what it asks for
    private static <T> T field(Object of, String name) {
        for (Class<?> type = of.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return (T) field.get(of);
            } catch (NoSuchFieldException e) {
                continue;
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("this version of Kafka Streams has no " + name + " in " + of.getClass());
    }
}
