// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Labelled articles for measuring how copies are told from what only looks alike. The same seed gives the same articles
 * on any machine.
 */
public final class Families {
    private static final Instant START = Instant.parse("2025-11-19T06:00:00Z");
    private static final int HOURS_OF_ORIGINALS = 48;

    private final List<Labelled> articles;

    private Families(List<Labelled> articles) {
        this.articles = articles;
    }

    /** About 2,000 articles: every kind, a family for each base text. */
    public static Families of(long seed) {
        var random = new Random(seed);
        var reports = Reports.all();
        var outlets = Outlets.load();
        var supplies = Supplies.of(reports, outlets);
        var articles = new ArrayList<Labelled>(families(reports, supplies, random));
        Serials.from(START, random).forEach(articles::add);
        Briefs.from(START, outlets, random).forEach(articles::add);
        Unrelated.from(reports, supplies, START, random).forEach(articles::add);
        articles.sort(Comparator.comparing(Labelled::published).thenComparing(Labelled::id));
        return new Families(List.copyOf(articles));
    }

    /**
     * So many articles in the order of their times, made as they are asked for: recombined sentences, two originals
     * sharing at most two (three if there are more than 200,000), 35 in 100 copies, half of them abridged. The stream is
     * sequential.
     */
    public static Stream<Labelled> many(long seed, int size) {
        var wire = new Newswire(seed, size, START);
        return IntStream.range(0, size).mapToObj(unused -> wire.next());
    }

    /** All articles, by time and id. */
    public List<Labelled> articles() {
        return articles;
    }

    public static void writeJsonl(Iterable<Labelled> articles, Writer out) throws IOException {
        for (var article : articles) {
            JsonLines.write(article, out);
        }
    }

    private static List<Labelled> families(List<Report> reports, Supplies supplies, Random random) {
        return reports.stream()
                .flatMap(report -> {
                    var published = START.plus(Duration.ofMinutes(random.nextInt(HOURS_OF_ORIGINALS * 60)));
                    var own = new Random(random.nextLong());
                    return new FamilyMaker(report, supplies, published, own).make().stream();
                })
                .toList();
    }
}
