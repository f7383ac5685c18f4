// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.dates;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dates.DateContext;
import org.pointwatch.domain.dates.DateFinder;
import org.pointwatch.domain.tagging.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pointwatch bench dates}: articles a second on one core, in processor time of the measuring thread. */
@Command(
        name = "dates",
        description = "Measure the date pass on articles of 600 words; hold a kept library against gold lines.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: pointwatch bench dates --rounds 8"})
public final class DatesCommand implements Callable<Integer> {
    private static final DateContext CONTEXT = DateContext.of(LocalDateTime.of(2025, 11, 23, 14, 0), ZoneOffset.UTC);
    private static final int PASSES = 10;

    @Option(
            names = "--rounds",
            defaultValue = "8",
            description = "Rounds of 5,000 articles; the best one counts (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--rival",
            paramLabel = "FILE",
            description = "Score natty on gold lines, as dates --score does ours.")
    private @Nullable Path rival;

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws IOException {
        if (rival != null) {
            new Rival(out).score(rival);
            return 0;
        }
        var texts = Reports.make();
        var tokens =
                texts.stream().map(text -> Tokens.plain("A report", text, "en")).toList();
        var finder = DateFinder.of("en");
        var words =
                texts.stream().mapToInt(t -> t.split("\\s+").length).average().orElse(0);
        var dates = texts.stream()
                .mapToInt(t -> finder.find(t, CONTEXT).size())
                .average()
                .orElse(0);
        out.printf("%d articles, %.0f words and %.1f dates each%n", texts.size(), words, dates);
        measure("dates on tokens", tokens, t -> finder.find(t, CONTEXT).size());
        measure("dates on text", texts, t -> finder.find(t, CONTEXT).size());
        measure("tokens alone", texts, t -> Tokens.plain("A report", t, "en").count());
        return 0;
    }

    private <T> void measure(String what, List<T> articles, ToIntFunction<T> work) {
        var best = Double.MAX_VALUE;
        var sum = 0L;
        for (int round = 0; round < rounds; round++) {
            var threads = ManagementFactory.getThreadMXBean();
            var started = threads.getCurrentThreadCpuTime();
            for (int pass = 0; pass < PASSES; pass++) {
                for (var article : articles) {
                    sum += work.applyAsInt(article);
                }
            }
            var nanos = (double) (threads.getCurrentThreadCpuTime() - started) / PASSES / articles.size();
            out.printf("%-16s round %d: %7.1f microseconds an article%n", what, round + 1, nanos / 1e3);
            best = Math.min(best, nanos);
        }
        out.printf(
                "%-16s best: %.1f microseconds, %,.0f articles/s on one core (%d found)%n",
                what, best / 1e3, 1e9 / best, sum);
    }
}
