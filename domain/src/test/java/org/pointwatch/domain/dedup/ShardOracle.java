// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a shard should have told of a set of documents, word for word and with no thought for speed: all pairs. */
final class ShardOracle {
    private final Caps caps;
    private final List<Probe> probes;
    private final Map<String, Boolean> silent = new HashMap<>();
    private final Map<String, Probe> live = new HashMap<>();

    private enum Table {
        BODY,
        MARKS,
        PAIRS
    }

    /** @param probes all there are */
    ShardOracle(Caps caps, List<Probe> probes) {
        this.caps = caps;
        this.probes = probes;
    }

    /** The matches of each document that has any. */
    Map<String, List<Match>> matches() {
        var all = new TreeMap<String, List<Match>>();
        for (var later : probes) {
            var kept = kept(worthTelling(later));
            if (!kept.isEmpty()) {
                all.put(ShardFold.key(later.document()), kept);
            }
        }
        return all;
    }

    /** Whether the cap on one text chooses among documents of which only some are worth telling. */
    boolean capDecides() {
        return probes.stream().anyMatch(this::capDecides);
    }

    /** Whether an outlet's boilerplate lies partly on days on which it says nothing anyway, and partly on others. */
    boolean hotInPart() {
        for (var p : probes) {
            for (var hash : hashes(p, Table.BODY)) {
                if (hot(Table.BODY, hash, day(p)) && (hotInPart(p, hash, 0) || hotInPart(p, hash, 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean hotInPart(Probe p, int hash, int row) {
        var outlet = p.document().outlet();
        return boilerplate(Table.BODY, hash, outlet, day(p), row)
                && holding(Table.BODY, hash, q -> of(q, outlet, span(day(p), row), row)).stream()
                        .anyMatch(q -> !hot(Table.BODY, hash, day(q)));
    }

    /** All that says nothing, of whom and when. */
    Set<String> silences() {
        probes.forEach(this::live);
        var all = new TreeSet<String>();
        silent.forEach((what, is) -> {
            if (is) {
                all.add(what);
            }
        });
        return all;
    }

    private boolean capDecides(Probe later) {
        var worth = worthTelling(later).stream().map(Match::revision).toList();
        var candidates = new HashMap<List<Long>, List<Boolean>>();
        for (var earlier : probes) {
            if (comparable(later, earlier)) {
                candidates
                        .computeIfAbsent(
                                slot(
                                        earlier.document().content(),
                                        earlier.document().time()),
                                c -> new ArrayList<>())
                        .add(worth.contains(earlier.document().revision()));
            }
        }
        return candidates.values().stream().anyMatch(c -> c.size() > caps.sameText() && new HashSet<>(c).size() > 1);
    }

    private List<Match> worthTelling(Probe later) {
        var found = new ArrayList<Match>();
        for (var earlier : probes) {
            if (comparable(later, earlier)) {
                var match = Match.of(later.document(), earlier.document(), Overlap.of(live(later), live(earlier)));
                if (worthALook(later, earlier, match.numbers()) && CopyRule.worthTelling(match.numbers())) {
                    found.add(match);
                }
            }
        }
        return found;
    }

    private static boolean worthALook(Probe a, Probe b, Comparison c) {
        return a.document().content() == b.document().content()
                || c.overlap().body().both() >= 2
                || (c.overlap().runs().both() > 0
                        && Anchors.alike(Anchors.signature(a.anchors()), Anchors.signature(b.anchors())))
                || (c.shorter() < CopyRule.SHORT
                        && (c.overlap().lead().both() > 0 || c.overlap().titles() > 0));
    }

    private List<Match> kept(List<Match> found) {
        var left = new ArrayList<>(found);
        left.sort(
                Comparator.comparing(Match::time).thenComparing(Match::article).thenComparing(Match::revision));
        var perText = new HashMap<List<Long>, Integer>();
        left.removeIf(m -> perText.merge(slot(m.content(), m.time()), 1, Integer::sum) > caps.sameText());
        return left.subList(0, Math.min(left.size(), caps.matches()));
    }

    private static List<Long> slot(long content, Instant time) {
        return List.of(content, Math.floorDiv(time.getEpochSecond(), 6 * 3_600L));
    }

    private static boolean comparable(Probe later, Probe earlier) {
        var a = later.document();
        var b = earlier.document();
        return !a.article().equals(b.article())
                && within(a.time(), b.time())
                && within(a.firstSeen(), b.firstSeen())
                && order(b).compareTo(order(a)) < 0;
    }

    private static boolean within(Instant a, Instant b) {
        return Duration.between(a, b).abs().compareTo(Duration.ofDays(7)) <= 0;
    }

    private static String order(Document d) {
        return d.time() + " " + d.article() + " " + d.revision();
    }

    private Probe live(Probe p) {
        return live.computeIfAbsent(
                ShardFold.key(p.document()) + p.document().time(),
                k -> new Probe(
                        p.shard(),
                        p.again(),
                        p.document(),
                        live(p, Table.BODY, p.body()),
                        live(p, Table.MARKS, p.marks()),
                        live(p, Table.PAIRS, p.anchors())));
    }

    private int[] live(Probe p, Table table, int[] hashes) {
        return IntStream.of(hashes).filter(hash -> !silent(p, table, hash)).toArray();
    }

    private boolean silent(Probe p, Table table, int hash) {
        var day = day(p);
        if (table == Table.PAIRS && hash % 2 == 1) {
            return false;
        }
        return hot(table, hash, day) || (table == Table.BODY && boilerplate(p, table, hash));
    }

    private boolean boilerplate(Probe p, Table table, int hash) {
        return boilerplate(table, hash, p.document().outlet(), day(p), 0)
                || boilerplate(table, hash, p.document().outlet(), day(p), 1);
    }

    private boolean hot(Table table, int hash, long day) {
        return silent.computeIfAbsent("hot " + table + hash + " " + day, k -> {
            return holding(table, hash, p -> day(p) == day).stream()
                            .map(p -> p.document().content())
                            .distinct()
                            .count()
                    > (table == Table.PAIRS ? Math.max(1, caps.holders() / 20) : caps.holders());
        });
    }

    private boolean boilerplate(Table table, int hash, String outlet, long day, int row) {
        var span = span(day, row);
        return silent.computeIfAbsent("outlet " + table + hash + " " + outlet + " " + span + " " + row, k -> {
            var leads = new HashSet<Integer>();
            var titles = new HashSet<Integer>();
            var articles = new HashSet<String>();
            holding(table, hash, p -> of(p, outlet, span, row)).forEach(p -> {
                var d = p.document();
                leads.add(d.leadKey());
                titles.add(d.titleKey() == 0 ? d.leadKey() : d.titleKey());
                articles.add(d.article());
            });
            return articles.size() > caps.boilerplate() && Math.max(leads.size(), titles.size()) > caps.boilerplate();
        });
    }

    private static boolean of(Probe p, String outlet, long span, int row) {
        return p.document().outlet().equals(outlet) && span(day(p), row) == span;
    }

    private List<Probe> holding(Table table, int hash, Predicate<Probe> which) {
        return probes.stream()
                .filter(which)
                .filter(p -> IntStream.of(hashes(p, table)).anyMatch(h -> h == hash))
                .toList();
    }

    private static int[] hashes(Probe p, Table table) {
        return switch (table) {
            case BODY -> p.body();
            case MARKS -> p.marks();
            case PAIRS -> p.anchors();
        };
    }

    private static long day(Probe p) {
        return LocalDate.ofInstant(p.document().time(), ZoneOffset.UTC).toEpochDay();
    }

    /** Fortnights; those of row 1 begin in the middle of those of row 0. */
    private static long span(long day, int row) {
        return Math.floorDiv(day + 7 * row, 14L);
    }
}
