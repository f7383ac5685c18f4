// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.state.KeyValueStore;
import org.pointwatch.streams.SimulationBlueprint.Part;

/** One life of one process: the topology as it builds it, its global stores, its threads. */
final class SimulationInstance {
    /** Short ones, so that a few articles make a long chain of requests. */
    private static final RevisitArticles.Stretch STRETCH = new RevisitArticles.Stretch(3, 1);

    private final SimulationBroker broker;
    private final SimulationFaults faults;
    private final LongSupplier clock;
    private final Program program;
    private final Map<String, SimulationGlobal> globals = new HashMap<>();
    private final List<SimulationWorker> workers;
    private int generation = -1;
    private boolean paused;

    /** What a process runs; building it takes longer than all else in a short life. */
    record Program(SimulationBlueprint blueprint, PoisonHandler poison) {
        static Program of(int partitions, LongSupplier clock) {
            var meters = new SimpleMeterRegistry();
            var settings = new StreamsSettings(
                    "process",
                    "simulated",
                    Path.of("nowhere"),
                    "small-plan",
                    partitions,
                    1,
                    StreamsSettings.COMMIT_INTERVAL,
                    Duration.ofSeconds(10),
                    1);
            var properties = StreamsApp.properties(Stage.KAFKA, settings, meters);
            var poison = new PoisonHandler();
            var config = new HashMap<String, Object>();
            properties.forEach((key, value) -> config.put(key.toString(), value));
            poison.configure(config);
            Clock now = ((InstantSource) () -> Instant.ofEpochMilli(clock.getAsLong())).withZone(ZoneOffset.UTC);
            var topology = MonitoringTopology.of(
                    Stage.KAFKA, settings, now, meters, properties, SimulationNews::found, STRETCH);
            return new Program(SimulationBlueprint.of(topology), poison);
        }
    }

    SimulationInstance(
            Program program, int threads, SimulationBroker broker, SimulationFaults faults, LongSupplier clock) {
        this.program = program;
        this.broker = broker;
        this.faults = faults;
        this.clock = clock;
        for (var part : blueprint().globals()) {
            var global = new SimulationGlobal(part, blueprint().stores(), broker, faults);
            globals.put(global.store().name(), global);
        }
        this.workers = IntStream.range(0, threads)
                .mapToObj(i -> new SimulationWorker(this))
                .toList();
    }

    /** As Kafka Streams does before it starts its threads. */
    void readGlobals() {
        for (var global : globals.values()) {
            while (global.turn()) {
                continue;
            }
        }
    }

    SimulationTask task(TaskId id, SimulationWorker worker) {
        return new SimulationTask(part(id.subtopology()), id, worker);
    }

    private Part part(int id) {
        return blueprint().parts().stream()
                .filter(p -> p.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /** Nothing is told to anyone any more, but it does not know that yet. */
    void pause() {
        paused = true;
    }

    boolean paused() {
        return paused;
    }

    void join(int ofGroup) {
        paused = false;
        generation = ofGroup;
    }

    int generation() {
        return generation;
    }

    List<SimulationWorker> workers() {
        return workers;
    }

    List<SimulationGlobal> globals() {
        return List.copyOf(globals.values());
    }

    SimulationBlueprint blueprint() {
        return program.blueprint();
    }

    SimulationBroker broker() {
        return broker;
    }

    SimulationFaults faults() {
        return faults;
    }

    PoisonHandler poison() {
        return program.poison();
    }

    long now() {
        return clock.getAsLong();
    }

    KeyValueStore<Object, Object> global(String name) {
        var global = globals.get(name);
        if (global == null) {
            throw new IllegalStateException("there is no store " + name);
        }
        return global.store();
    }
}
