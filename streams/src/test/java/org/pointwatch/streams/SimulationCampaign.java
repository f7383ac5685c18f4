// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;

/** Seed after seed: a world, a cluster, its mishaps; and at the end of each the question whether anything is otherwise. */
final class SimulationCampaign {
    static final int USUAL = 600;

    private final SimulationSabotage sabotage;
    private final int most;
    private final Map<SimulationPoint, Integer> struck = new EnumMap<>(SimulationPoint.class);
    private final List<String> failures = new ArrayList<>();
    private final long began = System.nanoTime();
    private long crashes;
    private long steps;
    private int seeds;

    /** What came of a seed. */
    record Outcome(SimulationRun run, List<String> differences) {}

    /** @param most crashes of one seed */
    SimulationCampaign(SimulationSabotage sabotage, int most) {
        this.sabotage = sabotage;
        this.most = most;
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    }

    /** One seed: always the same, step by step. */
    Outcome simulate(long seed) {
        var outcome = simulate(seed, SimulationWorld.of(seed));
        add(outcome.run());
        if (!outcome.differences().isEmpty()) {
            failed(seed, outcome.differences());
        }
        return outcome;
    }

    Outcome simulate(long seed, SimulationWorld world) {
        var random = new Random(~seed);
        var run = new SimulationRun(world, SimulationRun.Plan.of(random, most), random, sabotage);
        try {
            run.run();
            var differences = new ArrayList<>(new SimulationChecks(world).of(run));
            if (sabotage == SimulationSabotage.NONE) {
                var calm = calm(seed, world);
                calm.until(run.now());
                run.until(calm.now());
                differences.addAll(SimulationChecks.between(calm, run));
            }
            return new Outcome(run, differences);
        } catch (RuntimeException e) {
            return new Outcome(run, List.of("it stopped: " + e + " at " + e.getStackTrace()[0]));
        }
    }

    /** The same world in another order, on one partition and one instance that nothing befalls. */
    private static SimulationRun calm(long seed, SimulationWorld world) {
        var run = new SimulationRun(world, SimulationRun.Plan.CALM, new Random(seed), SimulationSabotage.NONE);
        run.run();
        return run;
    }

    /** Seeds from this one on, a few at a time, until so many crashes have struck. */
    void simulate(long firstSeed, long wantedCrashes, int threads) throws InterruptedException {
        var next = new AtomicLong(firstSeed);
        var all = new ArrayList<Thread>();
        for (var i = 0; i < threads; i++) {
            var thread = new Thread(() -> {
                while (crashes() < wantedCrashes && failures().size() < 10) {
                    simulate(next.getAndIncrement());
                }
            });
            all.add(thread);
            thread.start();
        }
        for (var thread : all) {
            thread.join();
        }
    }

    private synchronized void add(SimulationRun run) {
        run.faults().struck().forEach((point, times) -> {
            struck.merge(point, times, Integer::sum);
            crashes += times;
        });
        steps += run.faults().steps();
        seeds++;
        if (seeds % 100 == 0) {
            System.out.println(report());
        }
    }

    private synchronized void failed(long seed, List<String> differences) {
        var line = "%d differences with seed %d: mvn -B verify -pl streams -am -Dgroups=campaign"
                + " -Dtest.excluded=docker,browser -Dit.test=SimulationCampaignIT"
                + " -Dfailsafe.failIfNoSpecifiedTests=false -Dsimulation.seed=%d -Dsimulation.most=%d%n%s";
        var first = String.join(System.lineSeparator(), differences.subList(0, Math.min(4, differences.size())));
        failures.add(line.formatted(differences.size(), seed, seed, most, first));
        if (sabotage == SimulationSabotage.NONE) {
            System.out.println(failures.get(failures.size() - 1));
        }
    }

    synchronized long crashes() {
        return crashes;
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    synchronized String report() {
        var seconds = (System.nanoTime() - began) / 1e9;
        return "%d seeds, %d crash points, %d steps in %.0f s (%.0f steps/s), %d seeds with differences; struck: %s"
                .formatted(seeds, crashes, steps, seconds, steps / seconds, failures.size(), struck);
    }

    /** The same failure in a smaller world: articles are left out as long as it still fails. */
    SimulationWorld shrink(long seed) {
        var world = SimulationWorld.of(seed);
        for (var smaller : List.of(world.withoutDecisions(), world.withoutPoison(), world.withoutDossier())) {
            world = fails(seed, smaller) ? smaller : world;
        }
        var shrunk = true;
        while (shrunk) {
            shrunk = false;
            for (var article : world.articles()) {
                var smaller = world.without(article);
                if (fails(seed, smaller)) {
                    world = smaller;
                    shrunk = true;
                }
            }
        }
        return world;
    }

    private boolean fails(long seed, SimulationWorld world) {
        return !world.revisions().isEmpty()
                && !simulate(seed, world).differences().isEmpty();
    }
}
