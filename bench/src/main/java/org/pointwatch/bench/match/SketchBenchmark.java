// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.match;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.pointwatch.bench.match.Arrivals.Sketched;
import org.pointwatch.domain.article.Revision;

/** One article of 600 words: its words, shingles, beginning, names and numbers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SketchBenchmark {
    private static final int ARTICLES = 2_000;

    private List<Revision> articles = List.of();
    private int next;

    @Setup
    public void write() {
        articles = new Arrivals(ARTICLES).next(ARTICLES);
    }

    @Benchmark
    public Object sketch() {
        next = next + 1 == ARTICLES ? 0 : next + 1;
        Sketched sketched = Arrivals.sketched(articles.get(next));
        return sketched;
    }
}
