// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.pointwatch.streams.SimulationBlueprint.StoreSerdes;
import org.pointwatch.streams.SimulationBroker.Change;
import org.pointwatch.streams.SimulationBroker.Transaction;

/** A thread of an instance: some tasks, and one transaction for all of them. */
final class SimulationWorker {
    private final SimulationInstance instance;
    private final Map<TaskId, SimulationTask> tasks = new LinkedHashMap<>();
    private @Nullable Transaction transaction;

    SimulationWorker(SimulationInstance instance) {
        this.instance = instance;
    }

    /** Processes a few records, or what the clock asks for, of one of its tasks; commits now and then. */
    void turn(Random random, int mostRecords) {
        if (tasks.isEmpty()) {
            if (instance.paused()) {
                commit();
            }
            return;
        }
        var ids = List.copyOf(tasks.keySet());
        var task = task(ids.get(random.nextInt(ids.size())));
        for (var left = 1 + random.nextInt(mostRecords); left > 0; left--) {
            var readable = task.readable();
            if (readable.isEmpty()) {
                break;
            }
            task.process(readable.get(random.nextInt(readable.size())));
        }
        if (task.due() && random.nextInt(4) > 0) {
            task.punctuate();
        }
        if (random.nextInt(3) == 0) {
            commit();
        }
    }

    /** Everything that can be done now, in order. */
    void drain() {
        for (var id : List.copyOf(tasks.keySet())) {
            var task = task(id);
            if (task.due()) {
                task.punctuate();
            }
            for (var next = task.readable(); !next.isEmpty(); next = task.readable()) {
                task.process(next.get(0));
            }
        }
        commit();
    }

    private SimulationTask task(TaskId id) {
        var task = tasks.get(id);
        if (task == null) {
            var fresh = instance.task(id, this);
            fresh.start();
            tasks.put(id, fresh);
            return fresh;
        }
        return task;
    }

    void commit() {
        faults().step(SimulationPoint.BEFORE_COMMIT);
        var read = new HashMap<TopicPartition, Long>();
        var changes = new ArrayList<Change>();
        for (var task : tasks.values()) {
            if (task != null) {
                read.putAll(task.positions());
                changes.addAll(task.changes());
            }
        }
        var ending = transaction();
        faults().step(SimulationPoint.COMMITTING);
        transaction = null;
        broker().commit(ending, instance.generation(), read, changes);
        faults().step(SimulationPoint.AFTER_COMMIT);
        tasks.values().stream().filter(t -> t != null).forEach(t -> t.changes().clear());
    }

    void send(TopicPartition to, byte @Nullable [] key, byte @Nullable [] value, long timestamp) {
        faults().step(SimulationPoint.SEND);
        broker().append(to, key, value, timestamp, transaction());
        faults().step(SimulationPoint.SEND);
    }

    private Transaction transaction() {
        if (transaction == null) {
            transaction = broker().begin();
        }
        return transaction;
    }

    /** Nothing of what was begun is finished. */
    void die(long abortedAt) {
        tasks.clear();
        if (transaction != null) {
            broker().abandon(transaction, abortedAt);
            transaction = null;
        }
    }

    void abort() {
        tasks.clear();
        if (transaction != null) {
            broker().abort(transaction);
            transaction = null;
        }
    }

    boolean has(TaskId id) {
        return tasks.containsKey(id);
    }

    /** Keeps what it has of these, and begins the others when it comes to them. */
    void assign(List<TaskId> ids) {
        tasks.keySet().retainAll(ids);
        ids.forEach(id -> tasks.putIfAbsent(id, null));
    }

    boolean holdsMoreThan(List<TaskId> ids) {
        return !ids.containsAll(tasks.keySet());
    }

    SimulationBroker broker() {
        return instance.broker();
    }

    SimulationFaults faults() {
        return instance.faults();
    }

    long now() {
        return instance.now();
    }

    PoisonHandler poison() {
        return instance.poison();
    }

    StoreSerdes serdes(String store) {
        return instance.blueprint().stores().get(store);
    }

    KeyValueStore<Object, Object> global(String name) {
        return instance.global(name);
    }
}
