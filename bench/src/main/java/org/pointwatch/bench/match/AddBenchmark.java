// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.match;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.pointwatch.bench.match.Arrivals.Sketched;
import org.pointwatch.domain.dedup.Probe;

/** An article added to both shards, which hold a window of others; so few are added that the window hardly grows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AddBenchmark {
    private static final int A_ROUND = 200;
    private static final int MOST = 5_000;

    @Param({"10000", "100000", "1000000"})
    public int window;

    private KeptShards shards = new KeptShards();
    private Iterator<List<Probe>> arriving = List.<List<Probe>>of().iterator();

    @Setup
    public void fill() {
        var arrivals = new Arrivals(window);
        shards = new KeptShards();
        shards.fill(arrivals, window);
        arriving = Arrivals.sketched(arrivals.next(MOST)).stream()
                .map(AddBenchmark::probes)
                .iterator();
    }

    private static List<Probe> probes(Sketched s) {
        return Probe.of(s.document(), s.sketch(), false);
    }

    @Benchmark
    @OperationsPerInvocation(A_ROUND)
    public void add(Blackhole told) {
        for (var i = 0; i < A_ROUND; i++) {
            for (var probe : arriving.next()) {
                shards.keep(probe);
                told.consume(shards.add(probe));
            }
        }
    }
}
