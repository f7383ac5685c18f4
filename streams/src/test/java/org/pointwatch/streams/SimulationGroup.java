// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.TaskId;
import org.jspecify.annotations.Nullable;

/** Who has which tasks. Numbers are the static names of instances: who comes back in time finds its tasks again. */
final class SimulationGroup {
    private final SimulationBroker broker;
    private final Random random;
    private final Map<Integer, SimulationInstance> alive = new TreeMap<>();
    private final Map<TaskId, Place> assigned = new LinkedHashMap<>();
    private List<TaskId> tasks = List.of();
    private int acting;
    private boolean unsettled;

    private record Place(int instance, int thread) {}

    SimulationGroup(SimulationBroker broker, Random random) {
        this.broker = broker;
        this.random = random;
    }

    Map<Integer, SimulationInstance> alive() {
        return alive;
    }

    void join(int number, SimulationInstance instance) {
        if (tasks.isEmpty()) {
            tasks = all(instance);
        }
        alive.put(number, instance);
        var own = assigned.values().stream().anyMatch(p -> p.instance() == number);
        if (own && random.nextInt(4) > 0) {
            instance.join(broker.generation());
            hand(number, instance);
        } else {
            rebalance();
        }
    }

    private List<TaskId> all(SimulationInstance instance) {
        var all = new ArrayList<TaskId>();
        for (var part : instance.blueprint().parts()) {
            for (var p = 0; p < broker.partitions(); p++) {
                all.add(new TaskId(part.id(), p));
            }
        }
        return all;
    }

    private List<Integer> members() {
        return alive.entrySet().stream()
                .filter(i -> !i.getValue().paused())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A rebalance was struck before its end: whoever is left must be asked again. */
    boolean unsettled() {
        return unsettled;
    }

    /** Tasks move; who gives one up commits first, unless it is not there to do so. */
    void rebalance() {
        unsettled = true;
        deal();
        unsettled = false;
    }

    private void deal() {
        var members = members();
        if (members.isEmpty()) {
            broker.nextGeneration();
            assigned.clear();
            return;
        }
        var next = new LinkedHashMap<TaskId, Place>();
        for (var task : tasks) {
            var place = assigned.get(task);
            var stays = place != null && members.contains(place.instance()) && random.nextInt(10) < 7;
            next.put(task, stays ? place : anywhere(members));
        }
        for (var number : members) {
            var instance = instance(number);
            for (var i = 0; i < instance.workers().size(); i++) {
                var worker = instance.workers().get(i);
                acting = number;
                if (worker.holdsMoreThan(of(next, new Place(number, i)))) {
                    worker.commit();
                }
            }
        }
        broker.nextGeneration();
        assigned.clear();
        assigned.putAll(next);
        for (var number : members) {
            instance(number).join(broker.generation());
            hand(number, instance(number));
        }
    }

    private Place anywhere(List<Integer> members) {
        int number = members.get(random.nextInt(members.size()));
        return new Place(number, random.nextInt(instance(number).workers().size()));
    }

    private SimulationInstance instance(int number) {
        return alive.get(number);
    }

    private void hand(int number, SimulationInstance instance) {
        for (var i = 0; i < instance.workers().size(); i++) {
            instance.workers().get(i).assign(of(assigned, new Place(number, i)));
        }
    }

    private static List<TaskId> of(Map<TaskId, Place> assigned, Place place) {
        return assigned.entrySet().stream()
                .filter(a -> a.getValue().equals(place))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The instance that does something now, or null if there is none. */
    @Nullable
    SimulationInstance any() {
        var numbers = List.copyOf(alive.keySet());
        if (numbers.isEmpty()) {
            return null;
        }
        acting = numbers.get(random.nextInt(numbers.size()));
        return alive.get(acting);
    }

    void acts(int number) {
        acting = number;
    }

    /** Who did the last step. */
    int acting() {
        return acting;
    }

    /** Whether any task has yet to read something. */
    boolean behind() {
        return alive.isEmpty()
                || alive.values().iterator().next().blueprint().parts().stream()
                        .flatMap(part -> part.sources().stream())
                        .flatMap(source -> source.topics().stream())
                        .anyMatch(this::behind);
    }

    private boolean behind(String topic) {
        return IntStream.range(0, broker.partitions()).anyMatch(p -> broker.behind(new TopicPartition(topic, p)));
    }
}
