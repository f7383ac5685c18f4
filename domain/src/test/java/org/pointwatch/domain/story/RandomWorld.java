// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.pointwatch.domain.dedup.Document;

/**
 * A random set of articles, how much text any two of them share, and everything that happens to them.
 *
 * @param articles in order of (time, id)
 * @param shared what the shards find in all, by pair; whether that is a match is not random any more
 * @param sources what happens, in lists whose own order holds; the lists arrive in any interleaving
 */
record RandomWorld(List<Article> articles, Map<Pair, Integer> shared, List<List<Arrival>> sources) {
    private static final Instant START = Instant.parse("2025-11-19T00:00:00Z");

    /** Shingles of every text, all of them sampled, so that containment is shared / 40. */
    static final int SHINGLES = 40;

    /** @param present whether it is still there at the end */
    record Article(String id, Instant time, String outlet, boolean present) {}

    /** A revision of the later article and one of the earlier. */
    record Pair(String later, String laterRevision, String earlier, String earlierRevision) {}

    record Arrival(String article, StoryEvent event) {}

    static RandomWorld of(Random random) {
        var sources = new ArrayList<List<Arrival>>();
        var articles = articles(random, sources);
        var shared = shared(random, articles);
        for (var later : articles) {
            for (var revision : List.of("r1", "r2")) {
                sources.addAll(shares(random, articles, later, revision, shared));
            }
        }
        return new RandomWorld(articles, shared, sources);
    }

    private static List<Article> articles(Random random, List<List<Arrival>> sources) {
        var outlets = 1 + random.nextInt(4);
        var hours = random.nextBoolean() ? 4 : 200;
        var articles = new ArrayList<Article>();
        for (var i = 2 + random.nextInt(12); i > 0; i--) {
            var id = "%04x-%d".formatted(random.nextInt(1 << 16), i);
            var time = START.plusSeconds(3600L * random.nextInt(hours));
            var outlet = "outlet-" + random.nextInt(outlets);
            var fates = random.nextInt(10);
            var known = new Arrival(id, new StoryEvent.Known(time, outlet));
            var withdrawn = new Arrival(id, new StoryEvent.Withdrawn());
            sources.add(
                    fates < 6
                            ? List.of(known)
                            : fates < 8 ? List.of(known, withdrawn) : List.of(known, withdrawn, known));
            articles.add(new Article(id, time, outlet, fates < 6 || fates >= 8));
        }
        articles.sort(Comparator.comparing(Article::time).thenComparing(Article::id));
        return articles;
    }

    private static Map<Pair, Integer> shared(Random random, List<Article> articles) {
        var likely = List.of(0.1, 0.3, 0.6, 0.9).get(random.nextInt(4));
        var shared = new TreeMap<Pair, Integer>(Comparator.comparing(Pair::toString));
        for (var l = 0; l < articles.size(); l++) {
            for (var e = 0; e < l; e++) {
                for (var revision : List.of("r1", "r2")) {
                    if (random.nextDouble() < likely) {
                        var earlierRevision = random.nextBoolean() ? "r1" : "r2";
                        var pair = new Pair(
                                articles.get(l).id(), revision, articles.get(e).id(), earlierRevision);
                        shared.put(pair, 4 + random.nextInt(SHINGLES - 4));
                    }
                }
            }
        }
        return shared;
    }

    /** Splits what one revision shares with earlier ones among up to three shards, and each shard's finds into events. */
    private static List<List<Arrival>> shares(
            Random random, List<Article> articles, Article later, String revision, Map<Pair, Integer> shared) {
        var own = document(later, revision);
        var parts = new ArrayList<StoryEvent.Shared>();
        for (var earlier : articles) {
            for (var earlierRevision : List.of("r1", "r2")) {
                var left = shared.getOrDefault(new Pair(later.id(), revision, earlier.id(), earlierRevision), 0);
                while (left > 0) {
                    var part = random.nextBoolean() ? left : 1 + random.nextInt(left);
                    parts.add(new StoryEvent.Shared(document(earlier, earlierRevision), part));
                    left -= part;
                }
            }
        }
        Collections.shuffle(parts, random);
        var out = new ArrayList<List<Arrival>>();
        for (var from = 0; from < parts.size(); ) {
            var to = Math.min(parts.size(), from + 1 + random.nextInt(4));
            out.add(List.of(new Arrival(later.id(), new StoryEvent.Shares(own, parts.subList(from, to)))));
            from = to;
        }
        return out;
    }

    static Document document(Article a, String revision) {
        return new Document(a.id(), revision, a.time(), a.time(), a.outlet(), SHINGLES, -1L, SHINGLES);
    }
}
