// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.ingest;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.pointwatch.ingest.article.ArticleExtractor;
import org.pointwatch.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pointwatch bench extract}: how much of the articles on pages is found, and how long it takes. */
@Command(
        name = "extract",
        description = "Hold extracted articles against true ones by shared runs of four words.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "DIR has truth.jsonl ({\"id\",\"url\",\"text\"} a line) and the pages as html/<id>.html.gz.",
            "Example: pointwatch bench extract --pages ../article_extraction"
        })
public final class ExtractCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The collection.")
    private Path directory = Path.of(".");

    @Option(names = "--pages", description = "Print each page's own F1, the worst first.")
    private boolean each;

    @Option(
            names = "--rival",
            description = "Score readability4j as well; with --pages, print its F1 beside ours, its best lead first.")
    private boolean rival;

    private final PrintStream out = System.out;

    private record Page(double f1, double theirs, String url) {
        double lead() {
            return theirs - f1;
        }
    }

    @Override
    public Integer call() throws IOException {
        var score = new Shingles();
        var theirs = new Shingles();
        var pages = new ArrayList<Page>();
        var times = new ArrayList<Double>();
        for (var line : Files.readAllLines(directory.resolve("truth.jsonl"))) {
            var truth = Json.MAPPER.readTree(line);
            var url = truth.path("url").asString("");
            var html = html(truth.path("id").asString(""));
            var started = System.nanoTime();
            var found = ArticleExtractor.of(html, url, null, Instant.MAX.minusSeconds(1L << 40))
                    .text();
            times.add((System.nanoTime() - started) / 1e6);
            var text = truth.path("text").asString("");
            var own = score.add(text, found);
            pages.add(new Page(own, rival ? theirs.add(text, Rival.text(url, html)) : 0, url));
        }
        if (each) {
            print(pages);
        }
        Collections.sort(times);
        out.println(score);
        if (rival) {
            var better = pages.stream().filter(p -> p.lead() > 0.005).count();
            out.println("readability4j: " + theirs);
            out.printf("readability4j is better by more than 0.005 on %d pages%n", better);
        }
        out.printf(
                "median %.1f ms, longest %.1f ms a page%n", times.get(times.size() / 2), times.get(times.size() - 1));
        return 0;
    }

    private void print(List<Page> pages) {
        pages.sort(rival ? Comparator.comparingDouble(Page::lead).reversed() : Comparator.comparingDouble(Page::f1));
        for (var page : pages) {
            if (rival) {
                out.printf("%.3f  readability4j %.3f  %s%n", page.f1(), page.theirs(), page.url());
            } else {
                out.printf("%.3f  %s%n", page.f1(), page.url());
            }
        }
    }

    private String html(String id) throws IOException {
        try (var in = new GZIPInputStream(
                Files.newInputStream(directory.resolve("html").resolve(id + ".html.gz")))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
