// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.tagger;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.domain.deadline.DeadlineFinder;
import org.pointwatch.domain.tagging.Tagged;
import org.pointwatch.domain.tagging.Tagger;
import org.pointwatch.domain.tagging.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Dates and deadlines together, on the tagger's tokens, on one core. */
@Command(
        name = "deadlines",
        description = "Measure finding dates and deadlines in articles of 600 words that were tagged.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: pointwatch bench deadlines --rounds 20"})
public final class DeadlinesCommand implements Callable<Integer> {
    private static final int ARTICLES = 1_000;
    private static final double MICROS = 1e3;
    private static final Instant AT = Instant.parse("2025-11-23T12:00:00Z");

    /** How every third sentence goes on, so that there is enough to find. */
    private static final List<String> DATED = List.of(
            "Trump has given Kyiv until Thursday to accept the plan. ",
            "The talks resume on 25 November and end early next week. ",
            "Elections would be held within 100 days of signing. ",
            "An answer is expected by the end of the month, or in 48 hours. ");

    @Option(
            names = "--rounds",
            defaultValue = "20",
            description = "Rounds, of which the best counts (${DEFAULT-VALUE}).")
    private int rounds;

    private record Read(Tagged tagged, Words words) {}

    @Override
    public Integer call() {
        var dossier = Dossiers.load(null).dossier();
        var finder = DeadlineFinder.of(dossier);
        var articles = read(Tagger.of(dossier));
        var best = Double.MAX_VALUE;
        var found = 0L;
        for (int round = 0; round < rounds; round++) {
            found = 0;
            var start = now();
            for (var article : articles) {
                var dated = finder.find(article.words(), article.tagged().result(), AT, null, null);
                found += dated.deadlines().size() + dated.dates().size();
            }
            best = Math.min(best, now() - start);
        }
        System.out.printf(
                Locale.ROOT,
                "%.1f us an article, %.0f articles/s, %.1f deadlines, terms and events in it%n",
                best / ARTICLES,
                ARTICLES / best * 1e6,
                (double) found / ARTICLES);
        return 0;
    }

    private static List<Read> read(Tagger tagger) {
        var articles = new Articles(Articles.ON_TOPIC);
        var read = new ArrayList<Read>();
        while (read.size() < ARTICLES) {
            var article = articles.next();
            var tagged = tagger.read(article.title(), withDates(article.text()), "en", null);
            read.add(new Read(tagged, Objects.requireNonNull(tagged.words(), "the gate is open")));
        }
        return read;
    }

    private static String withDates(String text) {
        var out = new StringBuilder();
        var sentences = text.split("(?<=\\. )", -1);
        for (int i = 0; i < sentences.length; i++) {
            out.append(i % 3 == 2 ? DATED.get(i / 3 % DATED.size()) : sentences[i]);
        }
        return out.toString();
    }

    private static double now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / MICROS;
    }
}
