// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Coverage counted from findings and stories alone, and compared with what was published. */
final class Recount {
    private static final int QUARTER = 900;
    private static final int NAMED = 5;

    private final Facts facts;
    private final Map<String, Tally> counted = new HashMap<>();
    private final Map<String, Map<String, Long>> wrong = new TreeMap<>();
    private int keys;
    private int tooOld;

    private Recount(Facts facts) {
        this.facts = facts;
    }

    /**
     * What came of it.
     *
     * @param keys of coverage that were compared
     * @param tooOld keys that could not be
     */
    record Outcome(List<Difference> differences, int keys, int tooOld) {}

    static Outcome of(Facts facts) {
        var recount = new Recount(facts);
        facts.findings.values().forEach(recount::count);
        recount.compare();
        return new Outcome(recount.differences(), recount.keys, recount.tooOld);
    }

    private void count(Mentions m) {
        var story = facts.stories.get(m.article());
        if (story != null) {
            var bucket = bucket(m.eventTime());
            for (var aim : m.aims()) {
                counted.computeIfAbsent(aim.target() + "@" + bucket, k -> new Tally())
                        .add(m.outlet(), story.relation(), aim);
            }
        }
    }

    static Instant bucket(Instant eventTime) {
        var second = eventTime.getEpochSecond();
        return Instant.ofEpochSecond(second - Math.floorMod(second, QUARTER));
    }

    private void compare() {
        var all = new HashSet<>(counted.keySet());
        all.addAll(facts.coverage.keySet());
        for (var key : all) {
            if (before(key)) {
                tooOld++;
            } else {
                keys++;
                var published = published(key);
                if (!figures(key).equals(published)) {
                    wrong.put(key, published);
                }
            }
        }
    }

    private boolean before(String key) {
        var since = facts.findingsSince;
        var coverage = facts.coverage.get(key);
        var bucket = key.substring(key.lastIndexOf('@') + 1);
        return since != null
                && (coverage == null
                                ? bucket.compareTo(bucket(since).toString())
                                : coverage.bucket().compareTo(since))
                        <= 0;
    }

    /** None where nothing is published, so that a record of nothing but zeros is a difference. */
    private Map<String, Long> published(String key) {
        var coverage = facts.coverage.get(key);
        return coverage == null ? Map.of() : Tally.figures(coverage);
    }

    private Map<String, Long> figures(String key) {
        var tally = counted.get(key);
        return tally == null ? Map.of() : tally.figures();
    }

    private List<Difference> differences() {
        var articles = articles();
        var differences = new ArrayList<Difference>();
        wrong.forEach((key, published) -> {
            var expected = figures(key);
            var of = List.copyOf(articles.getOrDefault(key, Set.of()));
            differences.add(new Difference(
                    "coverage",
                    key,
                    told(published, expected),
                    told(expected, published),
                    of.subList(0, Math.min(NAMED, of.size())),
                    of.size()));
        });
        return differences;
    }

    /** Only the figures that the other side has not, and at least the number of articles. */
    private static @Nullable String told(Map<String, Long> figures, Map<String, Long> others) {
        if (figures.isEmpty()) {
            return null;
        }
        var told = new LinkedHashMap<String, Long>();
        told.put("articles", figures.getOrDefault("articles", 0L));
        figures.forEach((name, n) -> {
            if (!others.isEmpty() && !n.equals(others.get(name))) {
                told.put(name, n);
            }
        });
        return told.toString().replaceAll("[{}]", "").replace('=', ' ');
    }

    private Map<String, Set<String>> articles() {
        var articles = new HashMap<String, Set<String>>();
        if (!wrong.isEmpty()) {
            for (var m : facts.findings.values()) {
                var bucket = bucket(m.eventTime());
                for (var aim : m.aims()) {
                    var key = aim.target() + "@" + bucket;
                    if (wrong.containsKey(key) && facts.stories.containsKey(m.article())) {
                        articles.computeIfAbsent(key, k -> new TreeSet<>()).add(m.article());
                    }
                }
            }
        }
        return articles;
    }
}
