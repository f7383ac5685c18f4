// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.match;

import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.pointwatch.bench.Load;
import org.pointwatch.bench.tagger.ProcessorTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pointwatch bench match}: JMH in short settings; on a shared machine the ratios tell more than the times. */
@Command(
        name = "match",
        description = "Measure sketching an article, adding it to shards of three sizes, and judging a set of 20,000.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: pointwatch bench match --windows 10000,100000"})
public final class MatchCommand implements Callable<Integer> {
    @Option(
            names = "--windows",
            split = ",",
            defaultValue = "10000,100000",
            description = "Articles in the shards; 1000000 takes a quarter of an hour (${DEFAULT-VALUE}).")
    private String[] windows = {};

    @Option(names = "--rounds", defaultValue = "5", description = "Measured rounds of each figure (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--heap",
            defaultValue = "3g",
            description = "Of the measured process; a million articles need 8g (${DEFAULT-VALUE}).")
    private String heap = "";

    @Override
    public Integer call() throws RunnerException {
        var progress = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
        print(new Runner(options(), progress).run());
        return 0;
    }

    private Options options() {
        return new OptionsBuilder()
                .include("\\." + SketchBenchmark.class.getSimpleName() + "\\.")
                .include("\\." + AddBenchmark.class.getSimpleName() + "\\.")
                .include("\\." + JudgeBenchmark.class.getSimpleName() + "\\.")
                .param("window", windows)
                .addProfiler(ProcessorTime.class)
                .jvmArgs("-Xmx" + heap, "-XX:+UseSerialGC")
                .warmupIterations(rounds)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(rounds)
                .measurementTime(TimeValue.seconds(1))
                .forks(1)
                .shouldFailOnError(true)
                .build();
    }

    private static void print(Collection<RunResult> results) {
        System.out.println("load: " + Load.FIRST_REVISIONS_DESCRIPTION);
        System.out.println(
                "microseconds for one article, all in, of processor time (least of the rounds) and on the clock:");
        for (var result : results) {
            var params = result.getParams();
            var name = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
            var window = params.getParamsKeys().isEmpty() ? "" : params.getParam("window");
            var micros = Objects.requireNonNull(result.getSecondaryResults().get(ProcessorTime.MICROS));
            System.out.printf(
                    "  %-8s %9s %9.1f %9.1f%n",
                    name, window, micros.getScore(), result.getPrimaryResult().getScore());
        }
    }
}
