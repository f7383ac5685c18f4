// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.ingest;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.pointwatch.ingest.opml.Opml;
import org.pointwatch.ingest.parse.FeedParser;
import org.pointwatch.ingest.parse.ParsedFeed;
import org.pointwatch.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pointwatch bench feeds}: how much of public collections of feeds and lists of feeds is read as it should be. */
@Command(
        name = "feeds",
        description = "Hold parsed feeds and lists of feeds against what public collections say of them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "DIR has gofeed/ (.xml beside .json), feedparser/ (the expectation in a comment) and opml/ with feeds.tsv;",
            "what is not there is left out.",
            "Example: pointwatch bench feeds --misses ../data"
        })
public final class FeedsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The collections.")
    private Path directory = Path.of(".");

    @Option(names = "--misses", description = "Print what came out otherwise.")
    private boolean misses;

    private final PrintStream out = System.out;
    private final Map<ParsedFeed.Rung, Integer> rungs = new EnumMap<>(ParsedFeed.Rung.class);
    private Duration slowest = Duration.ZERO;
    private int documents;

    @Override
    public Integer call() throws IOException {
        pairs(directory.resolve("gofeed"));
        broken(directory.resolve("feedparser"));
        lists(directory.resolve("opml"));
        out.printf("%d documents, by rung %s, the slowest took %d ms%n", documents, rungs, slowest.toMillis());
        return 0;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.walk(folder)) {
            return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }

    private FeedParser.Result parse(Path file) throws IOException {
        var started = System.nanoTime();
        var result = FeedParser.parse(Files.readAllBytes(file), null, null);
        var took = Duration.ofNanos(System.nanoTime() - started);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        documents++;
        if (result instanceof ParsedFeed feed) {
            rungs.merge(feed.rung(), 1, Integer::sum);
        }
        return result;
    }

    private void pairs(Path folder) throws IOException {
        var score = new PairScore();
        for (var file : files(folder, ".json")) {
            var xml = Path.of(file.toString().replaceAll("json$", "xml"));
            if (Files.exists(xml)) {
                var expected = Json.MAPPER.readTree(Files.readAllBytes(file));
                score.add(folder.relativize(xml).toString(), expected, parse(xml));
            }
        }
        if (misses) {
            score.misses().forEach(out::println);
        }
        out.println("pairs: " + score);
    }

    private void broken(Path folder) throws IOException {
        var wanted = 0;
        var found = 0;
        var read = 0;
        for (var file : files(folder, ".xml")) {
            var parsed = parse(file);
            var items = parsed instanceof ParsedFeed feed ? feed.entries().size() : 0;
            read++;
            if (expectation(file).contains("entries[0]")) {
                wanted++;
                found += items > 0 ? 1 : 0;
                if (misses && items == 0) {
                    out.println(folder.relativize(file) + ": no item, " + parsed);
                }
            }
        }
        out.printf("broken and oddly encoded: %d read without a fault; an item in %d of %d%n", read, found, wanted);
    }

    private static String expectation(Path file) throws IOException {
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        var wide = text.indexOf('\0') >= 0 ? text.replace("\0", "") : text;
        var at = wide.indexOf("Expect:");
        var end = at < 0 ? -1 : wide.indexOf("-->", at);
        return at < 0 ? "" : wide.substring(at, end < 0 ? wide.length() : end);
    }

    private void lists(Path folder) throws IOException {
        var table = folder.resolve("feeds.tsv");
        if (!Files.exists(table)) {
            return;
        }
        var wanted = new HashMap<String, Set<String>>();
        for (var row : Files.readAllLines(table).stream().skip(1).toList()) {
            var cells = row.split("\t", -1);
            var name = cells[0].replace("/", "__");
            if (Files.exists(folder.resolve("opml").resolve(name))) {
                wanted.computeIfAbsent(name, k -> new HashSet<>()).add(cells[2].strip());
            }
        }
        var missing = 0;
        var without = 0;
        for (var file : files(folder.resolve("opml"), ".opml")) {
            without +=
                    Opml.read(file.toString(), Files.readAllBytes(file)).feeds().isEmpty() ? 1 : 0;
        }
        for (var list : wanted.entrySet()) {
            missing += missing(folder.resolve("opml"), list.getKey(), list.getValue());
        }
        out.printf(
                "lists: %d files, %d of them without a feed; of the %d in the table %d feeds, %d missing or misread%n",
                files(folder.resolve("opml"), ".opml").size(),
                without,
                wanted.size(),
                wanted.values().stream().mapToInt(Set::size).sum(),
                missing);
    }

    private int missing(Path folder, String file, Set<String> wanted) {
        try {
            var found = new HashSet<String>();
            for (var feed :
                    Opml.read(file, Files.readAllBytes(folder.resolve(file))).feeds()) {
                found.add(feed.feed());
            }
            var left = new HashSet<>(wanted);
            left.removeAll(found);
            found.removeAll(wanted);
            if (misses && !(left.isEmpty() && found.isEmpty())) {
                out.println(file + ": missing " + left + ", too many " + found);
            }
            return left.size() + found.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
