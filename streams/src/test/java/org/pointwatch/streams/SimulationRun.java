// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.streams.SimulationWorld.Arrival;

/** One world on one cluster: a single random source says what happens next, until nothing is left to do. */
final class SimulationRun {
    private static final int MOST_TICKS = 2_000_000;
    private static final long BUCKET_MILLIS = 900_000;

    private final SimulationWorld world;
    private final Plan plan;
    private final Random random;
    private final SimulationBroker broker;
    private final SimulationFaults faults;
    private final SimulationGroup group;
    private final SimulationRetag retag;
    private final Deque<Arrival> arrivals;
    private final Map<Integer, Integer> back = new TreeMap<>();
    private final Map<Integer, SimulationInstance.Program> programs = new TreeMap<>();
    private long now;
    private int tick;
    private boolean asked;
    private long writtenAtLastLook = -1;

    /**
     * How the cluster is made and how it fares.
     *
     * @param crashes at most
     * @param gap steps between two of them, on average
     * @param rough how many of a thousand moments bring a rebalance, a pause or a goodbye
     */
    record Plan(int partitions, int instances, int threads, int crashes, int gap, int rough) {
        static final Plan CALM = new Plan(1, 1, 1, 0, 1, 0);

        static Plan of(Random random, int crashes) {
            var gaps = new int[] {25, 50, 100, 200, 400};
            return new Plan(
                    new int[] {1, 3, 6}[random.nextInt(3)],
                    1 + random.nextInt(4),
                    1 + random.nextInt(2),
                    crashes,
                    gaps[random.nextInt(gaps.length)],
                    random.nextInt(12));
        }
    }

    SimulationRun(SimulationWorld world, Plan plan, Random random, SimulationSabotage sabotage) {
        this.world = world;
        this.plan = plan;
        this.random = random;
        this.broker = new SimulationBroker(plan.partitions(), sabotage);
        this.faults = new SimulationFaults(random, plan.crashes(), plan.gap());
        this.group = new SimulationGroup(broker, random);
        this.retag = new SimulationRetag(broker);
        this.arrivals = new ArrayDeque<>(world.shuffled(random));
        this.now = world.start().toEpochMilli();
    }

    /** Runs to the end. */
    void run() {
        new SimulationRetag(broker).publish(Stage.smallDossier(), now);
        for (var number = 0; number < plan.instances(); number++) {
            back.put(number, 0);
        }
        while (!settled()) {
            if (++tick > MOST_TICKS) {
                throw new IllegalStateException("it does not come to rest");
            }
            broker.expire(tick);
            startThoseDue();
            happens();
        }
        faults.end();
        end();
    }

    private void happens() {
        var what = random.nextInt(16);
        if (group.unsettled()) {
            guarded(group::rebalance);
        } else if (random.nextInt(1_000) < plan.rough()) {
            guarded(this::membership);
        } else if (what < 2) {
            arrive();
        } else if (what == 2) {
            passes();
        } else if (what == 3) {
            guarded(() -> {
                var instance = group.any();
                if (instance != null) {
                    instance.globals().forEach(SimulationGlobal::turn);
                }
            });
        } else {
            guarded(this::turn);
        }
    }

    private void turn() {
        var instance = group.any();
        if (instance != null) {
            var workers = instance.workers();
            workers.get(random.nextInt(workers.size())).turn(random, 12);
        }
    }

    private void arrive() {
        var arrival = arrivals.poll();
        if (arrival == null) {
            return;
        }
        if (arrival.topic() == null) {
            retag.publish(world.lastDossier(), now);
            asked = true;
            return;
        }
        var to = new TopicPartition(arrival.topic(), broker.partition(arrival.key()));
        broker.append(to, arrival.key(), arrival.value(), now, null);
    }

    private void passes() {
        var kind = random.nextInt(300);
        now += kind == 0
                ? random.nextInt(7_200_000)
                : kind < 6 ? random.nextInt(1_200_000) : 50 + random.nextInt(1_500);
        if (asked && random.nextInt(3) == 0 && retag.goOn(now, this::everyoneKnows)) {
            asked = false;
        }
    }

    /** A round of requests takes far longer than a new dossier needs to reach everyone. */
    private void everyoneKnows() {
        Map.copyOf(group.alive())
                .forEach((number, instance) -> guarded(() -> {
                    group.acts(number);
                    instance.readGlobals();
                }));
    }

    /** Somebody is not heard of for a while, or says goodbye, or the tasks are dealt anew. */
    private void membership() {
        var instance = group.any();
        if (instance == null) {
            return;
        }
        var number = group.acting();
        var kind = random.nextInt(3);
        if (kind == 0 && group.alive().size() > 1) {
            instance.pause();
        } else if (kind == 1) {
            for (var worker : instance.workers()) {
                worker.commit();
            }
            group.alive().remove(number);
            back.put(number, tick + random.nextInt(100));
        }
        group.rebalance();
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (SimulationFaults.Crash e) {
            dies(group.acting());
        } catch (SimulationBroker.Fenced e) {
            comesBackToItsSenses(group.acting());
        } catch (RuntimeException e) {
            if (!SimulationFaults.injected(e)) {
                throw e;
            }
            dies(group.acting());
        }
    }

    private void dies(int number) {
        var instance = group.alive().remove(number);
        if (instance != null) {
            var abortedAt = tick + random.nextInt(60);
            instance.workers().forEach(w -> w.die(abortedAt));
        }
        back.put(number, tick + random.nextInt(40));
        if (random.nextInt(3) == 0) {
            guarded(group::rebalance);
        }
    }

    /** It lost its tasks while it was away: what it did since is void, and it asks for others. */
    private void comesBackToItsSenses(int number) {
        var instance = group.alive().get(number);
        if (instance != null) {
            instance.workers().forEach(SimulationWorker::abort);
            instance.join(broker.generation());
        }
        guarded(group::rebalance);
    }

    private void startThoseDue() {
        for (var number : List.copyOf(back.keySet())) {
            if (back.get(number) <= tick) {
                back.remove(number);
                start(number);
            }
        }
    }

    private void start(int number) {
        guarded(() -> {
            group.acts(number);
            if (random.nextInt(8) == 0) {
                programs.remove(number);
            }
            var program = programs.computeIfAbsent(
                    number, unused -> SimulationInstance.Program.of(plan.partitions(), () -> now));
            var instance = new SimulationInstance(program, plan.threads(), broker, faults, () -> now);
            instance.readGlobals();
            group.join(number, instance);
        });
    }

    /** All has arrived, all is read and committed, and nothing was added since the last look. */
    private boolean settled() {
        if (tick % 64 != 0 || !arrivals.isEmpty() || asked || broker.anyOpenSent()) {
            return false;
        }
        var written = broker.written();
        var still = written == writtenAtLastLook && !group.behind();
        writtenAtLastLook = written;
        return still && !group.alive().isEmpty();
    }

    /**
     * Without further mishaps: what is held back is sent, and windows move on to the next buckets; never to the last seconds
     * of one, since a window that has just moved waits a minute before it moves on.
     */
    private void end() {
        tick += 1_000;
        startThoseDue();
        broker.expire(tick);
        group.alive().values().forEach(i -> i.workers().forEach(SimulationWorker::abort));
        group.alive().values().forEach(i -> i.join(broker.generation()));
        group.rebalance();
        rest();
        for (var i = 0; i < 2; i++) {
            now = (now / BUCKET_MILLIS + 2) * BUCKET_MILLIS + 61_000;
            rest();
        }
    }

    /** Goes on until another run's end: a deadline that ends between two ends has passed in one of them only. */
    void until(long then) {
        if (then > now) {
            now = then;
            rest();
        }
    }

    private void rest() {
        var quiet = 0;
        for (var round = 0; quiet < 3; round++) {
            if (round > 10_000) {
                throw new IllegalStateException("it does not come to rest");
            }
            var before = broker.written();
            now += 1_100;
            for (var instance : group.alive().values()) {
                instance.readGlobals();
                instance.workers().forEach(SimulationWorker::drain);
            }
            quiet = broker.written() == before ? quiet + 1 : 0;
        }
    }

    SimulationBroker broker() {
        return broker;
    }

    SimulationFaults faults() {
        return faults;
    }

    long now() {
        return now;
    }

    int ticks() {
        return tick;
    }
}
