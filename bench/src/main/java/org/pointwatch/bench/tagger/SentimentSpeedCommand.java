// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.tagger;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.domain.sentiment.TrainedScorer;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.Tagger;
import org.pointwatch.domain.tagging.Words;
import org.pointwatch.models.Sentiments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pointwatch bench sentiment}: what judging a mention costs, in processor time of one thread. */
@Command(
        name = "sentiment",
        description = "Measure loading the sentiment model, and judging the mentions and sentences of tagged articles.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: pointwatch bench sentiment --rounds 20"})
public final class SentimentSpeedCommand implements Callable<Integer> {
    private static final int ARTICLES = 300;
    private static final double MICROS = 1e3;
    private static final double MILLIS = 1e6;

    @Option(
            names = "--rounds",
            defaultValue = "20",
            description = "Rounds, of which the best counts (${DEFAULT-VALUE}).")
    private int rounds;

    private record Read(Words words, List<Evidence> mentions) {}

    @Override
    public Integer call() {
        var start = System.nanoTime();
        var spent = now();
        var scorer = Sentiments.shipped();
        print(
                "the model loaded in %.0f ms, %.0f ms of them processor time",
                (System.nanoTime() - start) / MILLIS, (now() - spent) / MILLIS);
        var articles = read(Tagger.of(Dossiers.load(null).dossier()));
        var mentions = articles.stream().mapToLong(a -> a.mentions().size()).sum();
        var sentences = articles.stream().mapToLong(a -> a.words().sentences()).sum();
        var bestMentions = Double.MAX_VALUE;
        var bestSentences = Double.MAX_VALUE;
        var moved = 0L;
        for (int round = 0; round < rounds; round++) {
            var first = now();
            moved += mentions(articles, scorer);
            var second = now();
            moved += sentences(articles, scorer);
            bestMentions = Math.min(bestMentions, second - first);
            bestSentences = Math.min(bestSentences, now() - second);
        }
        print("%.2f us a mention (%d mentions in %d articles)", bestMentions / mentions / MICROS, mentions, ARTICLES);
        print("%.2f us a sentence for the tone (%d sentences)", bestSentences / sentences / MICROS, sentences);
        print("sum of all that was found: %d", moved);
        return 0;
    }

    private static long mentions(List<Read> articles, TrainedScorer scorer) {
        var sum = 0L;
        for (var article : articles) {
            for (var m : article.mentions()) {
                sum += scorer.score(article.words(), m.start(), m.end(), "en").thousandths();
            }
        }
        return sum;
    }

    private static long sentences(List<Read> articles, TrainedScorer scorer) {
        var sum = 0L;
        for (var article : articles) {
            for (int s = 0; s < article.words().sentences(); s++) {
                sum += scorer.tone(article.words(), s);
            }
        }
        return sum;
    }

    private static List<Read> read(Tagger tagger) {
        var articles = new Articles(Articles.ON_TOPIC);
        var read = new ArrayList<Read>();
        while (read.size() < ARTICLES) {
            var article = articles.next();
            var tagged = tagger.read(article.title(), article.text(), "en", null);
            var words = Objects.requireNonNull(tagged.words(), "the gate is open");
            var mentions = Stream.concat(
                            tagged.result().points().stream().flatMap(p -> p.evidence().stream()),
                            tagged.result().actors().stream().flatMap(a -> a.evidence().stream()))
                    .toList();
            read.add(new Read(words, mentions));
        }
        return read;
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
