// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.pointwatch.domain.dedup.Comparison;
import org.pointwatch.domain.dedup.Match;
import org.pointwatch.domain.dedup.Match.Matches;
import org.pointwatch.domain.dedup.Overlap;
import org.pointwatch.domain.dedup.Overlap.Share;

/**
 * A random set of articles, what the shards find any two of them to share, and everything that happens to them.
 *
 * @param articles in order of (time, id)
 * @param compared what all shards together have found, by pair of revisions
 * @param sources what happens, in lists whose own order holds; the lists arrive in any interleaving
 */
record RandomWorld(List<Article> articles, Map<Pair, Comparison> compared, List<List<Arrival>> sources) {
    private static final Instant START = Instant.parse("2025-11-19T00:00:00Z");
    private static final List<String> REVISIONS = List.of("r1", "r2");

    /**
     * @param present whether it is still there at the end
     * @param ruling the newest, if an analyst decided
     */
    record Article(String id, Instant time, String outlet, boolean present, Optional<Ruling> ruling) {}

    /** A revision of the later article and one of the earlier. */
    record Pair(String later, String laterRevision, String earlier, String earlierRevision) {}

    record Arrival(String article, StoryEvent event) {}

    static RandomWorld of(Random random, boolean withRulings) {
        var sources = new ArrayList<List<Arrival>>();
        var articles = articles(random, withRulings, sources);
        var compared = new TreeMap<Pair, Comparison>(Comparator.comparing(Pair::toString));
        for (var later = 0; later < articles.size(); later++) {
            for (var revision : REVISIONS) {
                for (var shard = 0; shard < 2; shard++) {
                    sources.add(found(random, articles.subList(0, later + 1), revision, shard, compared));
                }
            }
        }
        return new RandomWorld(articles, compared, sources);
    }

    private static List<Article> articles(Random random, boolean withRulings, List<List<Arrival>> sources) {
        var outlets = 1 + random.nextInt(4);
        var hours = random.nextBoolean() ? 4 : 100;
        var bare = new ArrayList<Article>();
        for (var i = 2 + random.nextInt(12); i > 0; i--) {
            var id = "%04x-%d".formatted(random.nextInt(1 << 16), i);
            var time = START.plusSeconds(3600L * random.nextInt(hours));
            var outlet = "outlet-" + random.nextInt(outlets);
            var fates = random.nextInt(13);
            var claimed = START.plusSeconds(3600L * random.nextInt(hours));
            sources.add(fate(id, time, claimed, outlet, fates));
            bare.add(new Article(id, time, outlet, fates < 6 || fates >= 8, Optional.empty()));
        }
        var ruled = new ArrayList<Article>();
        for (var a : bare) {
            var rulings = withRulings ? rulings(random, a, bare) : List.<Ruling>of();
            rulings.forEach(r -> sources.add(List.of(new Arrival(a.id(), new StoryEvent.Ruled(r)))));
            var newest = rulings.stream().max(Comparator.comparing(Ruling::at).thenComparing(Ruling::id));
            ruled.add(new Article(a.id(), a.time(), a.outlet(), a.present(), newest));
        }
        ruled.sort(Comparator.comparing(Article::time).thenComparing(Article::id));
        return ruled;
    }

    /** @param claimed the time that some are known under until it is corrected */
    private static List<Arrival> fate(String id, Instant time, Instant claimed, String outlet, int fates) {
        var known = new Arrival(id, new StoryEvent.Known(time, outlet));
        var withdrawn = new Arrival(id, new StoryEvent.Withdrawn());
        if (fates >= 10) {
            return List.of(new Arrival(id, new StoryEvent.Known(claimed, outlet)), known);
        }
        return fates < 6 ? List.of(known) : fates < 8 ? List.of(known, withdrawn) : List.of(known, withdrawn, known);
    }

    private static List<Ruling> rulings(Random random, Article article, List<Article> all) {
        var rulings = new ArrayList<Ruling>();
        for (var i = random.nextInt(8) - 4; i > 0; i--) {
            var kind = Ruling.Kind.values()[random.nextInt(3)];
            var other = all.get(random.nextInt(all.size())).id();
            if (kind != Ruling.Kind.MERGE || !other.equals(article.id())) {
                var with = kind == Ruling.Kind.MERGE ? other : null;
                rulings.add(new Ruling(kind, with, START.plusSeconds(random.nextInt(3)), "decision-" + i));
            }
        }
        return rulings;
    }

    /** What one shard finds for one revision of the last article: a first guess, all of it, or one after the other. */
    private static List<Arrival> found(
            Random random, List<Article> upTo, String revision, int shard, Map<Pair, Comparison> compared) {
        var later = upTo.get(upTo.size() - 1);
        var matches = new ArrayList<Match>();
        for (var earlier : upTo.subList(0, upTo.size() - 1)) {
            for (var other : REVISIONS) {
                if (random.nextInt(3) == 0) {
                    var numbers = numbers(random, later, earlier);
                    matches.add(match(earlier, other, numbers));
                    compared.merge(new Pair(later.id(), revision, earlier.id(), other), numbers, Comparison::plus);
                }
            }
        }
        var out = new ArrayList<Arrival>();
        if (random.nextBoolean() && !matches.isEmpty()) {
            matches.forEach(m -> out.add(arrival(later, revision, shard, false, List.of(m))));
        } else {
            var guess = upTo.get(random.nextInt(upTo.size()));
            if (!guess.equals(later)) {
                var wrong = match(guess, "r1", numbers(random, later, guess));
                out.add(arrival(later, revision, shard, true, List.of(wrong)));
            }
            out.add(arrival(later, revision, shard, true, matches));
        }
        return out;
    }

    private static Match match(Article earlier, String revision, Comparison numbers) {
        var content = (earlier.id() + revision).hashCode();
        return new Match(earlier.id(), revision, earlier.time(), earlier.outlet(), content, numbers);
    }

    /** Half of a copy, of a rewrite, or of next to nothing; the two halves need not agree. */
    private static Comparison numbers(Random random, Article later, Article earlier) {
        var kind = random.nextInt(4);
        var body = new Share(kind < 2 ? 8 + random.nextInt(24) : 2, 32, 32);
        var names = new Share(kind == 2 ? 13 : 6, 16, 16);
        var pairs = new Share(kind == 2 ? 6 : 2, 15, 15);
        var lead = new Share(random.nextInt(4), 5, 5);
        var none = new Share(0, 0, 0);
        return new Comparison(
                later.outlet().equals(earlier.outlet()),
                200,
                300,
                10,
                new Overlap(1, body, none, lead, 0, names, pairs));
    }

    private static Arrival arrival(Article later, String revision, int shard, boolean whole, List<Match> matches) {
        var found = new Matches(later.id(), revision, shard, whole, List.copyOf(matches));
        return new Arrival(later.id(), new StoryEvent.Found(found));
    }
}
