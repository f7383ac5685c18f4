// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.tagger;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.Rule;
import org.pointwatch.domain.tagging.Tagger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pointwatch bench hostile}: the worst texts and rules that anybody could think of. */
@Command(
        name = "hostile",
        description = "Measure the tagger on hostile texts and rules, beside a normal text.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: pointwatch bench hostile --long 100000"})
public final class HostileCommand implements Callable<Integer> {
    private static final double MOST_MILLIS = 20;
    private static final double TOO_SLOW_TO_GO_ON = 200;
    private static final int TRIES = 3;
    private static final int WARM_UP = 1_000;

    @Option(
            names = "--short",
            defaultValue = "10000",
            description = "Characters that must take less than 20 ms (${DEFAULT-VALUE}).")
    private int brief;

    @Option(
            names = "--long",
            defaultValue = "200000",
            description = "Characters of the longest text that is read (${DEFAULT-VALUE}).")
    private int longest;

    private final PrintStream out = System.out;
    private double normal;
    private double slowest;

    @Override
    public Integer call() {
        var shipped = Dossiers.load(null).dossier();
        var tagger = Tagger.of(shipped).withoutGate();
        normal = normal(tagger);
        out.printf("normal text with the shipped dossier: %.3f microseconds of processor time a character%n", normal);
        out.printf("columns: ms for %,d characters, ms for %,d, microseconds a character,", brief, longest);
        out.println(" times normal, growth (1 = as the text); the worst text of each rule, and all over the limit");
        measure("shipped dossier", tagger);
        for (var rule : Hostile.rules().entrySet()) {
            var written = List.of(new Rule("hostile", shipped.defaultLanguage(), rule.getValue()));
            measure(rule.getKey() + " (point)", Tagger.of(dossier(shipped, List.of(), written)));
            measure(rule.getKey() + " (gate)", Tagger.of(dossier(shipped, written, List.of())));
        }
        out.printf("worst of all: %.1f ms for %,d characters (limit %.0f)%n", slowest, brief, MOST_MILLIS);
        return slowest > MOST_MILLIS ? 1 : 0;
    }

    private static Dossier dossier(Dossier shipped, List<Rule> gate, List<Rule> rules) {
        return MadeUp.dossier(shipped, gate, List.of(MadeUp.point("hostile", rules)));
    }

    private double normal(Tagger tagger) {
        var articles = new Articles(Articles.ON_TOPIC);
        for (int i = 0; i < WARM_UP; i++) {
            tagger.tag("", articles.next().text(), null);
        }
        var text = new StringBuilder();
        while (text.length() < longest) {
            text.append(articles.next().text()).append('\n');
        }
        return millis(tagger, text.toString()) * 1e3 / text.length();
    }

    private void measure(String what, Tagger tagger) {
        var brief = Hostile.texts(this.brief);
        var worst = 0.0;
        var worstLine = "";
        for (var text : Hostile.texts(longest).entrySet()) {
            var small = millis(tagger, brief.getOrDefault(text.getKey(), ""));
            var big = small > TOO_SLOW_TO_GO_ON ? Double.NaN : millis(tagger, text.getValue());
            if (small > MOST_MILLIS) {
                out.println(line(what, text.getKey(), small, big));
            } else if (big > worst) {
                worst = big;
                worstLine = line(what, text.getKey(), small, big);
            }
            slowest = Math.max(slowest, small);
        }
        out.println(worstLine);
    }

    private String line(String what, String text, double small, double big) {
        var each = big * 1e3 / longest;
        var shown = text.replace("\n", "\\n");
        var growth = big / small * brief / longest;
        return String.format(
                "%-30s %-24s %8.2f %9.1f %8.3f %7.1f %6.1f", what, shown, small, big, each, each / normal, growth);
    }

    /** Processor time of this thread, the best of some tries. */
    private static double millis(Tagger tagger, String text) {
        var threads = ManagementFactory.getThreadMXBean();
        var best = Double.MAX_VALUE;
        for (int i = 0; i < TRIES && (i == 0 || best < TOO_SLOW_TO_GO_ON); i++) {
            var started = threads.getCurrentThreadCpuTime();
            tagger.tag("", text, null);
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - started) / 1e6);
        }
        return best;
    }
}
