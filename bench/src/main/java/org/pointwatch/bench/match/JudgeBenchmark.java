// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.match;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.pointwatch.domain.article.Revision;

/** The offline core on a set of articles, on all cores; figures are for one article. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JudgeBenchmark {
    private static final int ARTICLES = 20_000;

    private List<Revision> articles = List.of();

    @Setup
    public void write() {
        articles = new Arrivals(ARTICLES).next(ARTICLES);
    }

    @Benchmark
    @OperationsPerInvocation(ARTICLES)
    public Object judge() {
        return CoreFigures.stories(Arrivals.sketched(articles));
    }
}
