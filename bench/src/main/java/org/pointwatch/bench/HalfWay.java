// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Notes when half of the work was done: before it, a cold machine compiles more than it counts. */
final class HalfWay implements AutoCloseable {
    private static final long LOOK_MS = 50;

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
    private final MeterRegistry meters;
    private final int half;
    private volatile Mark mark;

    private record Mark(int revisions, long nanoTime, long cpu) {}

    private HalfWay(MeterRegistry meters, int half) {
        this.meters = meters;
        this.half = half;
        this.mark = now();
    }

    /** Watches until it is closed. */
    static HalfWay watch(MeterRegistry meters, int half) {
        var watch = new HalfWay(meters, half);
        watch.looking.scheduleAtFixedRate(watch::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        if (mark.revisions() < half) {
            mark = now();
        }
    }

    private Mark now() {
        var kept = meters.find("pointwatch_revisions_total").counters().stream()
                .mapToDouble(c -> c.count())
                .sum();
        return new Mark((int) kept, System.nanoTime(), Costs.processCpu());
    }

    int revisions() {
        return mark.revisions();
    }

    long nanoTime() {
        return mark.nanoTime();
    }

    /** Of the process, in nanoseconds. */
    long cpu() {
        return mark.cpu();
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
