// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.pointwatch.streams.SimulationBlueprint.Part;
import org.pointwatch.streams.SimulationBlueprint.Sink;
import org.pointwatch.streams.SimulationBlueprint.Source;
import org.pointwatch.streams.SimulationBlueprint.Step;
import org.pointwatch.streams.SimulationBroker.Change;
import org.pointwatch.streams.SimulationBroker.Fetched;

/** One partition's share of a part of the topology: fresh processors over the stores as they were last committed. */
final class SimulationTask {
    private final TaskId id;
    private final Part part;
    private final SimulationWorker worker;
    private final Map<String, SimulationStore> stores = new HashMap<>();
    private final Map<String, Follower> nodes = new TreeMap<>();
    private final Map<String, Source> sources = new TreeMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final List<Punctuation> punctuations = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private @Nullable Fetched current;

    /** What takes a record. */
    interface Follower {
        void accept(Record<Object, Object> record);
    }

    /** The instance cannot go on; whoever forwarded the record is not asked again. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failed(String at, Exception cause) {
            super(at + ": " + cause, cause);
        }
    }

    private static final class Punctuation {
        private final long interval;
        private final Punctuator punctuator;
        private long next;

        Punctuation(long interval, Punctuator punctuator, long now) {
            this.interval = interval;
            this.punctuator = punctuator;
            this.next = now + interval;
        }
    }

    SimulationTask(Part part, TaskId id, SimulationWorker worker) {
        this.part = part;
        this.id = id;
        this.worker = worker;
    }

    /** Restores the stores, then builds and starts the processors; may be struck at any point of it. */
    void start() {
        for (var name : part.stores()) {
            step(SimulationPoint.RESTORE);
            var restored = new TreeMap<>(worker.broker().store(changelog(name)));
            stores.put(name, new SimulationStore(name, worker.serdes(name), restored, worker.faults(), this::changed));
        }
        part.sinks().forEach(sink -> nodes.put(sink.name(), record -> send(sink, record)));
        var steps = part.steps().stream().map(s -> new SimulationNode(this, s)).toList();
        for (var i = 0; i < steps.size(); i++) {
            nodes.put(part.steps().get(i).name(), steps.get(i));
        }
        steps.forEach(s -> s.connect(nodes));
        for (var source : part.sources()) {
            for (var topic : source.topics()) {
                sources.put(topic, source);
                var from = new TopicPartition(topic, id.partition());
                positions.put(from, worker.broker().committed(from));
            }
        }
        steps.forEach(SimulationNode::init);
    }

    private String changelog(String store) {
        return store + "/" + id.partition();
    }

    private void changed(Change change) {
        var logged = new Change(changelog(change.store()), change.key(), change.value());
        if (worker.broker().transactional()) {
            changes.add(logged);
        } else {
            worker.broker().apply(logged);
        }
    }

    /** What can be read now, one record for each input that has any. */
    List<Fetched> readable() {
        var found = new ArrayList<Fetched>();
        for (var source : sources.keySet()) {
            var from = new TopicPartition(source, id.partition());
            var next = worker.broker().read(from, positions.get(from));
            if (next != null) {
                found.add(next);
            }
        }
        return found;
    }

    void process(Fetched fetched) {
        step(SimulationPoint.POLLED);
        current = fetched;
        positions.put(fetched.from(), fetched.offset() + 1);
        var source = sources.get(fetched.from().topic());
        var record = decoded(source, fetched);
        record.ifPresent(r -> source.followers().forEach(f -> nodes.get(f).accept(r)));
        current = null;
    }

    private Optional<Record<Object, Object>> decoded(Source source, Fetched f) {
        var topic = f.from().topic();
        var entry = f.entry();
        try {
            Object key = source.key().deserialize(topic, entry.key());
            Object value = source.value().deserialize(topic, entry.value());
            return Optional.of(new Record<>(key, value, entry.timestamp(), new RecordHeaders()));
        } catch (RuntimeException e) {
            var raw = new ConsumerRecord<>(topic, id.partition(), f.offset(), entry.key(), entry.value());
            var response = worker.poison().handleError(where(source.name()), raw, e);
            letters(response.deadLetterQueueRecords());
            return Optional.empty();
        }
    }

    /** As a node of Kafka Streams does when its processor throws. */
    void failed(String node, Record<?, ?> record, RuntimeException e) {
        if (current == null) {
            throw new Failed(node, e);
        }
        var response = worker.poison().handleError(where(node), record, e);
        if (!response.result().name().equals("RESUME")) {
            throw new Failed(node, e);
        }
        letters(response.deadLetterQueueRecords());
    }

    private ErrorHandlerContext where(String node) {
        var at = current;
        if (at == null) {
            throw new IllegalStateException("no record is being processed");
        }
        var context = new ProcessorRecordContext(
                at.entry().timestamp(), at.offset(), id.partition(), at.from().topic(), new RecordHeaders());
        return new DefaultErrorHandlerContext(
                null,
                context.topic(),
                context.partition(),
                context.offset(),
                context.headers(),
                node,
                id,
                context.timestamp(),
                at.entry().key(),
                at.entry().value());
    }

    private void letters(List<ProducerRecord<byte[], byte[]>> letters) {
        for (var letter : letters) {
            var to = new TopicPartition(letter.topic(), worker.broker().partition(letter.key()));
            worker.send(to, letter.key(), letter.value(), now());
        }
    }

    private void send(Sink sink, Record<Object, Object> record) {
        var key = sink.key().serialize(sink.topic(), record.key());
        var value = sink.value().serialize(sink.topic(), record.value());
        var all = worker.broker().partitions();
        var partitioner = sink.partitioner();
        var chosen = partitioner == null
                ? Set.of(worker.broker().partition(key))
                : partitioner
                        .partitions(sink.topic(), record.key(), record.value(), all)
                        .orElseThrow();
        for (var partition : new TreeSet<>(chosen)) {
            worker.send(new TopicPartition(sink.topic(), partition), key, value, record.timestamp());
        }
    }

    boolean due() {
        return punctuations.stream().anyMatch(p -> p.next <= now());
    }

    void punctuate() {
        for (var p : punctuations) {
            if (p.next <= now()) {
                step(SimulationPoint.PUNCTUATE);
                p.next = now() + p.interval;
                p.punctuator.punctuate(now());
            }
        }
    }

    Cancellable schedule(Duration interval, Punctuator punctuator) {
        var punctuation = new Punctuation(interval.toMillis(), punctuator, now());
        punctuations.add(punctuation);
        return () -> punctuations.remove(punctuation);
    }

    KeyValueStore<Object, Object> store(String name, Step asker) {
        var store = stores.get(name);
        if (store == null) {
            return worker.global(name);
        }
        if (!asker.stores().contains(name)) {
            throw new IllegalStateException(asker.name() + " is not connected to " + name);
        }
        return store;
    }

    Optional<RecordMetadata> recordMetadata() {
        var at = current;
        return at == null
                ? Optional.empty()
                : Optional.of(new ProcessorRecordContext(
                        at.entry().timestamp(),
                        at.offset(),
                        at.from().partition(),
                        at.from().topic(),
                        new RecordHeaders()));
    }

    void visits(String step) {
        worker.broker().visited().add(step);
    }

    void step(SimulationPoint point) {
        worker.faults().step(point);
    }

    long now() {
        return worker.now();
    }

    TaskId id() {
        return id;
    }

    Map<TopicPartition, Long> positions() {
        return positions;
    }

    List<Change> changes() {
        return changes;
    }
}
