// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.streams.errors.ProcessorStateException;

/**
 * Counts the steps of a run and lets some of them be the last of their instance: killed without a word, or stopped by a
 * store or a broker that does not answer.
 */
final class SimulationFaults {
    private static final SimulationPoint[] POINTS = SimulationPoint.values();

    /** How many times as long as the usual gap a point of the wanted kind is waited for. */
    private static final int PATIENCE = 3;

    private final Random random;
    private final int meanGap;
    private final Map<SimulationPoint, Integer> struck = new EnumMap<>(SimulationPoint.class);
    private SimulationPoint wanted = SimulationPoint.STORE_WRITE;
    private int left;
    private long countdown;
    private long steps;

    /** The process is gone; an error, because nothing may catch it. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;

        Crash(SimulationPoint at) {
            super("killed at " + at, null, false, false);
        }
    }

    /** A store or a broker that does not answer: as Kafka Streams says it, a failure that anyone might catch. */
    static final class NoAnswer extends ProcessorStateException {
        private static final long serialVersionUID = 1;

        NoAnswer() {
            super("injected: no answer");
        }
    }

    static boolean injected(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoAnswer) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param most crashes of the run, 0 for none
     * @param meanGap steps from one to the next, on average
     */
    SimulationFaults(Random random, int most, int meanGap) {
        this.random = random;
        this.left = most;
        this.meanGap = meanGap;
        this.countdown = gap();
    }

    void step(SimulationPoint point) {
        steps++;
        if (left > 0 && --countdown <= 0 && (point == wanted || countdown < -PATIENCE * meanGap)) {
            countdown = gap();
            wanted = POINTS[random.nextInt(POINTS.length)];
            left--;
            struck.merge(point, 1, Integer::sum);
            throw failure(point);
        }
    }

    private RuntimeException failure(SimulationPoint point) {
        var ofStoreOrBroker = point == SimulationPoint.STORE_READ
                || point == SimulationPoint.STORE_WRITE
                || point == SimulationPoint.SEND;
        if (ofStoreOrBroker && random.nextInt(4) == 0) {
            return new NoAnswer();
        }
        throw new Crash(point);
    }

    private long gap() {
        return 1 + (long) (-Math.log(1 - random.nextDouble()) * meanGap);
    }

    void end() {
        left = 0;
    }

    long steps() {
        return steps;
    }

    Map<SimulationPoint, Integer> struck() {
        return struck;
    }
}
