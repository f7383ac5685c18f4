// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.tagger;

import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pointwatch bench tagger}: JMH in short settings; on a shared machine the ratios tell more than the times. */
@Command(
        name = "tagger",
        description = "Measure tagging one article: shipped dossier, 100 to 10,000 rules, Lucene Monitor beside it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: pointwatch bench tagger --texts on-topic --seconds 2"})
public final class TaggerCommand implements Callable<Integer> {
    @Option(
            names = "--texts",
            split = ",",
            defaultValue = "on-topic,mixed",
            description = "Which articles, of on-topic, mixed, off-topic (${DEFAULT-VALUE}).")
    private String[] texts = {};

    @Option(names = "--rounds", defaultValue = "5", description = "Measured rounds of each figure (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "1", description = "Length of a round (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--forks", defaultValue = "1", description = "Fresh processes for each figure (${DEFAULT-VALUE}).")
    private int forks;

    @Override
    public Integer call() throws RunnerException {
        var progress = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
        new TaggerTable(new Runner(options(), progress).run()).print(System.out);
        return 0;
    }

    private Options options() {
        return new OptionsBuilder()
                .include("\\." + TaggerBenchmark.class.getSimpleName() + "\\.")
                .include("\\." + LuceneMonitorBenchmark.class.getSimpleName() + "\\.")
                .param("articles", texts)
                .addProfiler(ProcessorTime.class)
                .jvmArgs("-Xmx1g", "-XX:+UseSerialGC")
                .warmupIterations(rounds)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(rounds)
                .measurementTime(TimeValue.seconds(seconds))
                .forks(forks)
                .shouldFailOnError(true)
                .build();
    }
}
