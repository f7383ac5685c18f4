// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.tagger;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.domain.figure.FigureFinder;
import org.pointwatch.domain.quote.QuoteFinder;
import org.pointwatch.domain.stance.StanceFinder;
import org.pointwatch.domain.tagging.Tagged;
import org.pointwatch.domain.tagging.Tagger;
import org.pointwatch.domain.tagging.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pointwatch bench speech}: what quotes, figures and stances cost beside tagging, in processor time of one thread. */
@Command(
        name = "speech",
        description = "Measure finding quotes, figures and stances in articles of 600 words that were tagged.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: pointwatch bench speech --rounds 20"})
public final class SpeechCommand implements Callable<Integer> {
    private static final int ARTICLES = 1_000;
    private static final double NANOS = 1e3;

    /** How every fourth sentence goes on, so that there is enough to find. */
    private static final List<String> SAID = List.of(
            "\"We are working on every point of the text,\" Rubio said. ",
            "Kyiv rejects any cap on its army, and Zelensky said that he would accept a ceasefire only with guarantees. ",
            "Zelensky said that the army would keep 800,000 soldiers. ",
            "According to the Kremlin, the text can be a basis for talks. ",
            "\"Europe must be at the table,\" said Emmanuel Macron, \"when its security is discussed.\" ");

    @Option(
            names = "--rounds",
            defaultValue = "20",
            description = "Rounds, of which the best counts (${DEFAULT-VALUE}).")
    private int rounds;

    private record Read(Tagged tagged, Words words) {}

    @Override
    public Integer call() {
        var dossier = Dossiers.load(null).dossier();
        var quotes = QuoteFinder.of(dossier);
        var figures = FigureFinder.of(dossier);
        var articles = read(Tagger.of(dossier));
        var stances = StanceFinder.of(dossier);
        var best = new double[] {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        var found = new long[3];
        for (int round = 0; round < rounds; round++) {
            found[0] = 0;
            found[1] = 0;
            found[2] = 0;
            var start = now();
            var told = articles.stream()
                    .map(a -> quotes.find(a.words(), a.tagged().result()))
                    .toList();
            var middle = now();
            for (int i = 0; i < articles.size(); i++) {
                var article = articles.get(i);
                found[1] += figures.find(article.words(), article.tagged().result(), told.get(i))
                        .size();
                found[0] += told.get(i).size();
            }
            best[0] = Math.min(best[0], middle - start);
            var counted = now();
            for (int i = 0; i < articles.size(); i++) {
                var article = articles.get(i);
                found[2] += stances.find(article.words(), article.tagged().result(), told.get(i))
                        .size();
            }
            best[1] = Math.min(best[1], counted - middle);
            best[2] = Math.min(best[2], now() - counted);
        }
        print("quotes", best[0], found[0]);
        print("figures", best[1], found[1]);
        print("stances", best[2], found[2]);
        print("all", best[0] + best[1] + best[2], found[0] + found[1] + found[2]);
        return 0;
    }

    private static List<Read> read(Tagger tagger) {
        var articles = new Articles(Articles.ON_TOPIC);
        var read = new ArrayList<Read>();
        while (read.size() < ARTICLES) {
            var article = articles.next();
            var tagged = tagger.read(article.title(), withQuotes(article.text()), "en", null);
            read.add(new Read(tagged, Objects.requireNonNull(tagged.words(), "the gate is open")));
        }
        return read;
    }

    private static String withQuotes(String text) {
        var out = new StringBuilder();
        var sentences = text.split("(?<=\\. )", -1);
        for (int i = 0; i < sentences.length; i++) {
            out.append(i % 4 == 3 ? SAID.get(i / 4 % SAID.size()) : sentences[i]);
        }
        return out.toString();
    }

    private static double now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS;
    }

    private static void print(String what, double micros, long found) {
        System.out.printf(
                Locale.ROOT,
                "%-8s %6.1f us an article, %.1f found in it%n",
                what,
                micros / ARTICLES,
                (double) found / ARTICLES);
    }
}
