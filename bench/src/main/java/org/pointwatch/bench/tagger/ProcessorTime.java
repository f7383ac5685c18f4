// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.tagger;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Processor time of the whole process for one operation, collector and compiler included: on a machine that others use
 * too, the time on the clock says how busy they are.
 */
public final class ProcessorTime implements InternalProfiler {
    static final String MICROS = "cpu";

    private long started;

    @Override
    public String getDescription() {
        return "processor time of the process for one operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        started = used();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        var micros = (used() - started) / 1e3 / Math.max(1, result.getMetadata().getAllOps());
        return List.of(new ScalarResult(MICROS, micros, "us/op", AggregationPolicy.AVG));
    }

    private static long used() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
