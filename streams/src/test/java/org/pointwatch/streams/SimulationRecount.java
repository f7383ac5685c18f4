// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.TargetSentiment;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.Story;

/** Counts from scratch: every article under every target, with none of the ledger's own code. */
final class SimulationRecount {
    private static final long QUARTER = 15 * 60;

    private final List<Counted> all = new ArrayList<>();

    /** An article that counts under a target. */
    record Counted(
            String target,
            Instant bucket,
            String outlet,
            Relation relation,
            @Nullable Integer own,
            @Nullable Integer quoted) {}

    /** Sums and distinct outlets of some of them. */
    record Sums(
            long articles,
            long stories,
            long copies,
            long updates,
            long outlets,
            SentimentSums own,
            SentimentSums quoted) {}

    SimulationRecount(Map<String, Finding> findings, Map<String, Story> stories) {
        findings.forEach((article, finding) -> {
            var story = stories.get(article);
            if (story != null) {
                add(finding, story.relation());
            }
        });
    }

    /** The state that an article is in: the best there is, unless it was withdrawn after all that. */
    static @Nullable Revision current(Collection<Revision> states) {
        var first = new TreeMap<String, Revision>();
        for (var r : states) {
            first.merge(r.revision() + r.body(), r, (a, b) -> b.fetched().isBefore(a.fetched()) ? b : a);
        }
        var order = Comparator.comparing(Revision::fetched)
                .thenComparing(Revision::revision)
                .thenComparing(Revision::body);
        var newest = first.values().stream().max(order).orElseThrow();
        if (newest.body() == Body.DELETED) {
            return null;
        }
        return first.values().stream()
                .filter(r -> r.body() != Body.DELETED)
                .max(Comparator.comparing(Revision::body)
                        .reversed()
                        .thenComparing(Revision::fetched)
                        .thenComparing(Revision::revision))
                .orElseThrow();
    }

    private void add(Finding f, Relation relation) {
        var seconds = f.eventTime().getEpochSecond();
        var bucket = Instant.ofEpochSecond(seconds - Math.floorMod(seconds, QUARTER));
        BiConsumer<String, int @Nullable []> count = (target, sentiment) -> all.add(new Counted(
                target,
                bucket,
                f.outlet(),
                relation,
                sentiment == null || sentiment[1] == 0 ? null : sentiment[0],
                sentiment == null || sentiment[3] == 0 ? null : sentiment[2]));
        BiConsumer<String, int @Nullable []> withFacets = (target, sentiment) -> {
            count.accept(target, sentiment);
            for (var facet : facets(f)) {
                count.accept(target + facet, sentiment);
            }
        };
        withFacets.accept("all", null);
        if (!f.points().isEmpty() || !f.actors().isEmpty()) {
            withFacets.accept("plan:" + f.dossier(), null);
        }
        for (var p : f.points()) {
            withFacets.accept("point:" + p.point(), sentiment(p.sentiment()));
            for (var a : f.actors()) {
                if (sharesSentence(p.evidence(), a.evidence())) {
                    count.accept("pair:" + p.point() + "|" + a.actor(), null);
                }
            }
        }
        f.actors().forEach(a -> withFacets.accept("actor:" + a.actor(), sentiment(a.sentiment())));
    }

    private static List<String> facets(Finding f) {
        var asked = f.facets();
        var parts = new ArrayList<String>();
        if (asked != null && asked.contains("language") && f.language() != null) {
            parts.add("/lang:" + f.language());
        }
        if (asked != null && asked.contains("group") && f.group() != null) {
            parts.add("/group:" + f.group());
        }
        return parts;
    }

    private static int @Nullable [] sentiment(@Nullable TargetSentiment s) {
        if (s == null) {
            return null;
        }
        var own = s.own();
        var quoted = s.quoted();
        return new int[] {
            own == null ? 0 : own, own == null ? 0 : 1, quoted == null ? 0 : quoted, quoted == null ? 0 : 1
        };
    }

    private static boolean sharesSentence(List<Evidence> a, List<Evidence> b) {
        return a.stream().anyMatch(x -> b.stream().anyMatch(y -> x.sentence() == y.sentence()));
    }

    Map<String, Coverage> coverage() {
        var keys = new TreeMap<String, Counted>();
        all.forEach(c -> keys.put(c.target() + "@" + c.bucket(), c));
        var coverage = new TreeMap<String, Coverage>();
        keys.forEach((key, some) -> {
            var s = sums(c -> c.target().equals(some.target()) && c.bucket().equals(some.bucket()));
            coverage.put(
                    key,
                    new Coverage(
                            some.target(),
                            some.bucket(),
                            s.articles(),
                            s.stories(),
                            s.copies(),
                            s.updates(),
                            s.outlets(),
                            new Coverage.Sentiment(s.own(), s.quoted())));
        });
        return coverage;
    }

    /** The buckets from {@code from} on and before {@code to}. */
    Sums window(String target, Instant from, Instant to) {
        return sums(c -> c.target().equals(target)
                && !c.bucket().isBefore(from)
                && c.bucket().isBefore(to));
    }

    Set<String> targets() {
        var targets = new HashSet<String>();
        all.forEach(c -> targets.add(c.target()));
        return targets;
    }

    private Sums sums(Predicate<Counted> which) {
        var outlets = new HashSet<String>();
        var kinds = new long[4];
        var own = new long[6];
        var quoted = new long[6];
        for (var c : all) {
            if (!which.test(c)) {
                continue;
            }
            outlets.add(c.outlet());
            kinds[0]++;
            kinds[c.relation() == Relation.COPY ? 2 : c.relation() == Relation.UPDATE ? 3 : 1]++;
            if (c.relation() == Relation.ORIGINAL || c.relation() == Relation.REWRITE) {
                add(own, c.own());
                add(quoted, c.quoted());
            }
        }
        return new Sums(kinds[0], kinds[1], kinds[2], kinds[3], outlets.size(), sums(own), sums(quoted));
    }

    private static void add(long[] sums, @Nullable Integer value) {
        if (value != null) {
            sums[0]++;
            sums[1] += value;
            sums[2] += (long) value * value;
            sums[value < -100 ? 3 : value > 100 ? 5 : 4]++;
        }
    }

    private static SentimentSums sums(long[] s) {
        return new SentimentSums(s[0], s[1], s[2], s[3], s[4], s[5]);
    }
}
