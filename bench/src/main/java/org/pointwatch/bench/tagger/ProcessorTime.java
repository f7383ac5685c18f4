// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.tagger;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Processor time of the threads that work for one operation, in the round that was disturbed least: on a machine that
 * others use too, the time on the clock says how busy they are. The compiler's and the collector's threads are left out.
 */
public final class ProcessorTime implements InternalProfiler {
    public static final String MICROS = "cpu";

    private long started;

    @Override
    public String getDescription() {
        return "processor time of the working threads for one operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        started = used();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        var micros = (used() - started) / 1e3 / Math.max(1, result.getMetadata().getAllOps());
        return List.of(new ScalarResult(MICROS, micros, "us/op", AggregationPolicy.MIN));
    }

    private static long used() {
        var threads = ManagementFactory.getThreadMXBean();
        // A thread that has ended meanwhile answers -1.
        return LongStream.of(threads.getAllThreadIds())
                .map(threads::getThreadCpuTime)
                .filter(nanos -> nanos > 0)
                .sum();
    }
}
