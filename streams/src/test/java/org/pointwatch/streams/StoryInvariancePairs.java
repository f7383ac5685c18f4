// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pointwatch.domain.dedup.Caps;
import org.pointwatch.domain.dedup.Comparison;
import org.pointwatch.domain.dedup.CopyRule;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.dedup.Overlap;
import org.pointwatch.domain.dedup.Overlap.Share;
import org.pointwatch.domain.dedup.Probe;
import org.pointwatch.domain.dedup.Sketch;

/** Compares every revision with every earlier one, shard by shard, under the caps: the definition, and no index. */
final class StoryInvariancePairs {
    private static final Comparator<Document> IN_ORDER = Comparator.comparing(Document::time)
            .thenComparing(Document::article)
            .thenComparing(Document::revision);
    private static final IntPredicate ODD = hash -> hash % 2 == 1;

    private final Caps caps = Caps.USUAL;
    private final List<Document> documents;
    private final Map<Document, Sketch> sketches;
    private final Map<Held, Carriers> holders = new HashMap<>();

    /** Two documents, the later one first. */
    record Pair(Document later, Document earlier) {}

    /** What a shard holds of a document, and what of that says anything. */
    private record Sampled(Probe all, Probe live) {
        Document document() {
            return all.document();
        }

        /** About how many of its shingles can be compared with another's. */
        double comparable(Sampled other) {
            var bound = document().bodyBound();
            var least = Math.min(bound, other.document().bodyBound());
            return (double) all.body().length * least / bound;
        }
    }

    private enum Table {
        BODY,
        MARKS,
        ANCHORS
    }

    /** A hash among the documents of an outlet and a fortnight, or of all outlets and a day. */
    private record Held(int shard, Table table, int hash, String outlet, String span) {}

    private record Carriers(Set<String> articles, Set<Integer> leads, Set<Integer> titles, Set<Long> contents) {
        Carriers() {
            this(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        }
    }

    StoryInvariancePairs(Map<Document, Sketch> sketches) {
        this.sketches = sketches;
        this.documents = sketches.keySet().stream().sorted(IN_ORDER).toList();
    }

    /** The numbers of every pair that any shard tells of. */
    Map<Pair, Comparison> compared() {
        var compared = new HashMap<Pair, Comparison>();
        for (var shard = 0; shard < Probe.SHARDS; shard++) {
            var all = sampled(shard);
            for (var later : all) {
                told(later, all).forEach((pair, numbers) -> compared.merge(pair, numbers, Comparison::plus));
            }
        }
        return compared;
    }

    private List<Sampled> sampled(int shard) {
        var probes = documents.stream()
                .map(d -> Probe.of(shard, d, sketches.get(d), false))
                .toList();
        probes.forEach(this::hold);
        return probes.stream().map(p -> new Sampled(p, live(p))).toList();
    }

    private void hold(Probe p) {
        var d = p.document();
        for (var table : Table.values()) {
            for (var hash : hashes(p, table)) {
                for (var held : held(p, table, hash)) {
                    var carriers = holders.computeIfAbsent(held, unused -> new Carriers());
                    carriers.articles().add(d.article());
                    carriers.leads().add(d.leadKey());
                    carriers.titles().add(d.titleKey() == 0 ? d.leadKey() : d.titleKey());
                    carriers.contents().add(d.content());
                }
            }
        }
    }

    /** The day, and the two fortnights that the document lies in. */
    private static List<Held> held(Probe p, Table table, int hash) {
        var day = Math.floorDiv(p.document().time().getEpochSecond(), 86_400L);
        var outlet = p.document().outlet();
        return List.of(
                new Held(p.shard(), table, hash, "", "day " + day),
                new Held(p.shard(), table, hash, outlet, "even " + Math.floorDiv(day, 14L)),
                new Held(p.shard(), table, hash, outlet, "odd " + Math.floorDiv(day + 7, 14L)));
    }

    private Probe live(Probe p) {
        return new Probe(
                p.shard(),
                p.again(),
                p.document(),
                live(p, Table.BODY, hash -> false),
                live(p, Table.MARKS, hash -> false),
                live(p, Table.ANCHORS, ODD));
    }

    private int[] live(Probe p, Table table, IntPredicate always) {
        return IntStream.of(hashes(p, table))
                .filter(hash ->
                        always.test(hash) || held(p, table, hash).stream().noneMatch(this::silent))
                .toArray();
    }

    /** Too many texts of one day, or too many different articles of one outlet. */
    private boolean silent(Held held) {
        var carriers = holders.getOrDefault(held, new Carriers());
        if (held.outlet().isEmpty()) {
            var most = held.table() == Table.ANCHORS ? Math.max(1, caps.holders() / 20) : caps.holders();
            return carriers.contents().size() > most;
        }
        var different = Math.max(carriers.leads().size(), carriers.titles().size());
        return held.table() == Table.BODY
                && different > caps.boilerplate()
                && carriers.articles().size() > caps.boilerplate();
    }

    private static int[] hashes(Probe p, Table table) {
        return switch (table) {
            case BODY -> p.body();
            case MARKS -> p.marks();
            case ANCHORS -> p.anchors();
        };
    }

    /** The earliest documents that are worth telling of, and of one text the first few of each quarter of a day. */
    private Map<Pair, Comparison> told(Sampled later, List<Sampled> all) {
        var told = new HashMap<Pair, Comparison>();
        var ofText = new HashMap<List<Long>, Integer>();
        for (var earlier : all) {
            if (told.size() == caps.matches() || !mayMatch(later.document(), earlier.document())) {
                continue;
            }
            var overlap = overlap(later.live(), earlier.live());
            var numbers = Comparison.of(later.document(), earlier.document(), overlap);
            if (worthALook(later, earlier, overlap)
                    && CopyRule.worthTelling(numbers)
                    && ofText.merge(quarter(earlier.document()), 1, Integer::sum) <= caps.sameText()) {
                told.put(new Pair(later.document(), earlier.document()), numbers);
            }
        }
        return told;
    }

    /**
     * A shard looks at a pair only if both have at least two shingles, and 12 in 100 of what can be
     * compared, boilerplate counted there; or a run of anchors, where names agree; of short ones a title or three words of the beginning are enough.
     */
    private static boolean worthALook(Sampled a, Sampled b, Overlap live) {
        var shingles = Math.min(a.comparable(b), b.comparable(a));
        return a.document().content() == b.document().content()
                || live.body().both() >= Math.max(2, 0.12 * shingles)
                || (live.runs().both() > 0 && namesAlike(a.all(), b.all()))
                || (Math.min(a.document().shingles(), b.document().shingles()) < 60
                        && live.lead().both() + live.titles() > 0);
    }

    /** A bit for each single anchor; two fifths of the fewer bits must be common. */
    private static boolean namesAlike(Probe a, Probe b) {
        var both = Long.bitCount(names(a) & names(b));
        return both >= 0.4 * Math.min(Long.bitCount(names(a)), Long.bitCount(names(b)));
    }

    private static long names(Probe p) {
        return IntStream.of(p.anchors())
                .filter(ODD)
                .mapToLong(hash -> 1L << (hash / 16 % 64))
                .reduce(0, (a, b) -> a | b);
    }

    private static List<Long> quarter(Document d) {
        return List.of(d.content(), Math.floorDiv(d.time().getEpochSecond(), 6 * 3_600L));
    }

    private static boolean mayMatch(Document later, Document earlier) {
        return IN_ORDER.compare(earlier, later) < 0
                && !earlier.article().equals(later.article())
                && within(earlier.time(), later.time())
                && within(earlier.firstSeen(), later.firstSeen());
    }

    private static boolean within(Instant a, Instant b) {
        return Duration.between(a, b).abs().compareTo(CopyRule.WINDOW) <= 0;
    }

    private static Overlap overlap(Probe a, Probe b) {
        var body = Math.min(a.document().bodyBound(), b.document().bodyBound());
        var lead = Math.min(a.document().leadBound(), b.document().leadBound());
        var anchor = Math.min(a.document().anchorBound(), b.document().anchorBound());
        var all = Integer.MAX_VALUE;
        return new Overlap(
                1,
                share(a.body(), b.body(), body, hash -> true),
                share(a.body(), b.body(), body, ODD),
                share(a.marks(), b.marks(), lead, ODD.negate()),
                share(a.marks(), b.marks(), all, ODD).both(),
                share(a.anchors(), b.anchors(), anchor, ODD),
                share(a.anchors(), b.anchors(), anchor, ODD.negate()));
    }

    private static Share share(int[] a, int[] b, int bound, IntPredicate which) {
        var own = compared(a, bound, which);
        var other = compared(b, bound, which);
        var both = new ArrayList<>(own);
        both.retainAll(other);
        return new Share(both.size(), own.size(), other.size());
    }

    private static Set<Integer> compared(int[] hashes, int bound, IntPredicate which) {
        return IntStream.of(hashes)
                .filter(hash -> hash <= bound)
                .filter(which)
                .boxed()
                .collect(Collectors.toSet());
    }
}
