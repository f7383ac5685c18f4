// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.InternalFixedKeyRecordFactory;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.pointwatch.streams.SimulationBlueprint.Step;

/** A real processor in a task, and all that it sees of its surroundings. */
final class SimulationNode
        implements SimulationTask.Follower, ProcessorContext<Object, Object>, FixedKeyProcessorContext<Object, Object> {
    private final SimulationTask task;
    private final Step step;
    private final Object processor;
    private final List<SimulationTask.Follower> followers = new ArrayList<>();

    SimulationNode(SimulationTask task, Step step) {
        this.task = task;
        this.step = step;
        this.processor = step.processors().get();
    }

    void connect(Map<String, SimulationTask.Follower> nodes) {
        step.followers().forEach(name -> followers.add(nodes.get(name)));
    }

    @SuppressWarnings("unchecked") // whoever built the topology saw to the types
    void init() {
        task.step(SimulationPoint.INIT);
        if (processor instanceof Processor<?, ?, ?, ?> any) {
            ((Processor<Object, Object, Object, Object>) any).init(this);
        } else {
            ((FixedKeyProcessor<Object, Object, Object>) processor).init(this);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // whoever built the topology saw to the types
    public void accept(Record<Object, Object> record) {
        task.step(SimulationPoint.FORWARD);
        task.visits(step.name());
        try {
            if (processor instanceof Processor<?, ?, ?, ?> any) {
                ((Processor<Object, Object, Object, Object>) any).process(record);
            } else {
                ((FixedKeyProcessor<Object, Object, Object>) processor)
                        .process(InternalFixedKeyRecordFactory.create(record));
            }
        } catch (SimulationTask.Failed | SimulationBroker.Fenced e) {
            throw e;
        } catch (RuntimeException e) {
            task.failed(step.name(), record, e);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // a record is only read
    public <K extends Object, V extends Object> void forward(Record<K, V> record) {
        followers.forEach(f -> f.accept((Record<Object, Object>) record));
        task.step(SimulationPoint.FORWARD);
    }

    @Override
    public <K extends Object, V extends Object> void forward(FixedKeyRecord<K, V> record) {
        forward(new Record<>(record.key(), record.value(), record.timestamp(), record.headers()));
    }

    @Override
    public <K extends Object, V extends Object> void forward(Record<K, V> record, String follower) {
        throw new UnsupportedOperationException("no processor of this topology chooses its follower");
    }

    @Override
    public <K extends Object, V extends Object> void forward(FixedKeyRecord<K, V> record, String follower) {
        throw new UnsupportedOperationException("no processor of this topology chooses its follower");
    }

    @Override
    @SuppressWarnings("unchecked") // as Kafka Streams does
    public <S extends StateStore> S getStateStore(String name) {
        return (S) task.store(name, step);
    }

    @Override
    public Cancellable schedule(Duration interval, PunctuationType type, Punctuator punctuator) {
        if (type != PunctuationType.WALL_CLOCK_TIME) {
            throw new UnsupportedOperationException("stream time decides nothing here");
        }
        return task.schedule(interval, punctuator);
    }

    @Override
    public Cancellable schedule(Instant start, Duration interval, PunctuationType type, Punctuator punctuator) {
        return schedule(interval, type, punctuator);
    }

    @Override
    public Optional<RecordMetadata> recordMetadata() {
        return task.recordMetadata();
    }

    @Override
    public long currentSystemTimeMs() {
        return task.now();
    }

    @Override
    public long currentStreamTimeMs() {
        throw new UnsupportedOperationException("stream time decides nothing here");
    }

    @Override
    public String applicationId() {
        return "simulation";
    }

    @Override
    public TaskId taskId() {
        return task.id();
    }

    @Override
    public void commit() {
        // sooner or later
    }

    @Override
    public Serde<?> keySerde() {
        throw new UnsupportedOperationException("there is no serde by default");
    }

    @Override
    public Serde<?> valueSerde() {
        throw new UnsupportedOperationException("there is no serde by default");
    }

    @Override
    public File stateDir() {
        throw new UnsupportedOperationException("there is no disk");
    }

    @Override
    public StreamsMetrics metrics() {
        throw new UnsupportedOperationException("there are no metrics of Kafka's own");
    }

    @Override
    public Map<String, Object> appConfigs() {
        return Map.of();
    }

    @Override
    public Map<String, Object> appConfigsWithPrefix(String prefix) {
        return Map.of();
    }
}
