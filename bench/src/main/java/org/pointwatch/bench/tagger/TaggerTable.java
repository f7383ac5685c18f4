// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.tagger;

import java.io.PrintStream;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;

/** The figures of one run side by side, with their ratios. */
final class TaggerTable {
    private final Map<String, Double> ours = new TreeMap<>();
    private final Map<String, Double> lucene = new TreeMap<>();
    private final Set<String> articles = new LinkedHashSet<>();
    private final Set<String> rules = new LinkedHashSet<>(List.of(TaggerBenchmark.SHIPPED));

    TaggerTable(Collection<RunResult> results) {
        for (var result : results) {
            var params = result.getParams();
            var theirs = params.getBenchmark().contains(LuceneMonitorBenchmark.class.getSimpleName());
            articles.add(params.getParam("articles"));
            rules.add(params.getParam("rules"));
            var micros = Objects.requireNonNull(result.getSecondaryResults().get(ProcessorTime.MICROS));
            (theirs ? lucene : ours).put(key(params.getParam("rules"), params.getParam("articles")), micros.getScore());
        }
    }

    private static String key(String rules, String articles) {
        return rules + " " + articles;
    }

    void print(PrintStream out) {
        out.println("rules: " + StandingRules.DESCRIPTION);
        out.println(
                "microseconds of processor time for one article of 600 words, all in, least of the rounds of this run:");
        row(out, "articles", "rules", "ours", "Lucene", "Lucene : ours", "ours : shipped, on topic");
        var shipped = ours.get(key(TaggerBenchmark.SHIPPED, Articles.ON_TOPIC));
        for (var article : articles) {
            for (var set : rules) {
                var own = ours.get(key(set, article));
                var theirs = lucene.get(key(set, article));
                row(
                        out,
                        article,
                        set,
                        text("%.0f", own),
                        text("%.0f", theirs),
                        ratio(theirs, own),
                        ratio(own, shipped));
            }
        }
    }

    private static void row(PrintStream out, Object... cells) {
        out.printf("%-10s %-12s %8s %9s %14s %25s%n", cells);
    }

    private static String ratio(@Nullable Double a, @Nullable Double b) {
        return a == null || b == null ? "" : text("%.1f", a / b);
    }

    private static String text(String format, @Nullable Double figure) {
        return figure == null ? "" : String.format(format, figure);
    }
}
