// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.record.Stance;

/** Whether the stances are those that findings and stories come to, counted again by the rules of docs/architecture.md. */
final class StanceCheck {
    private static final int MOST_ARTICLES = 20_000;
    private static final int MOST_EARLIER = 50;
    private static final int NAMED = 5;
    private static final Set<String> STANCES = Set.of("support", "oppose", "conditional", "unknown");
    private static final Comparator<StanceSaid> ORDER = Comparator.comparing(StanceSaid::at)
            .thenComparing(StanceSaid::article)
            .thenComparing(s -> s.mention().start());

    private final Facts facts;
    private final Map<String, Stance> expected = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private int compared;
    private int tooOld;

    private StanceCheck(Facts facts) {
        this.facts = facts;
    }

    /**
     * What came of it.
     *
     * @param compared stances
     * @param tooOld of a time whose findings are there no more
     */
    record Outcome(List<Difference> differences, int compared, int tooOld) {}

    static Outcome of(Facts facts) {
        var check = new StanceCheck(facts);
        check.count();
        check.compare();
        return new Outcome(List.copyOf(check.differences), check.compared, check.tooOld);
    }

    private void count() {
        var said = new HashMap<String, List<StanceSaid>>();
        for (var m : facts.findings.values()) {
            var story = facts.stories.get(m.article());
            if (story != null) {
                var own = story.relation() == Relation.ORIGINAL || story.relation() == Relation.REWRITE;
                m.stances().stream()
                        .filter(s -> STANCES.contains(s.mention().stance()))
                        .forEach(s -> said.computeIfAbsent(
                                        s.mention().actor() + "|" + s.mention().point(), k -> new ArrayList<>())
                                .add(s.in(own)));
            }
        }
        said.forEach((key, all) -> expected.put(key, stance(latest(all))));
    }

    /** In order; of too many articles the latest. */
    private static List<StanceSaid> latest(List<StanceSaid> all) {
        var sorted = all.stream().sorted(ORDER).toList();
        var articles = new HashSet<String>();
        var from = sorted.size();
        while (from > 0) {
            articles.add(sorted.get(from - 1).article());
            if (articles.size() > MOST_ARTICLES) {
                break;
            }
            from--;
        }
        return sorted.subList(from, sorted.size());
    }

    private static Stance stance(List<StanceSaid> said) {
        var told = said.stream().filter(s -> s.own() && s.tells()).toList();
        var turns = new ArrayList<StanceSaid>();
        for (var i = 0; i < told.size(); i++) {
            if (i == 0 || !stance(told.get(i - 1)).equals(stance(told.get(i)))) {
                turns.add(told.get(i));
            }
        }
        var gone = Math.max(0, turns.size() - 1 - MOST_EARLIER);
        var earlier = turns.isEmpty() ? turns : turns.subList(gone, turns.size() - 1);
        var newest = told.isEmpty() ? null : told.get(told.size() - 1);
        var end = said.get(said.size() - 1).at();
        var counts = new Stance.Counts(
                count(said, "support"), count(said, "oppose"), count(said, "conditional"), count(said, "unknown"));
        return new Stance(
                said.get(0).mention().actor(),
                said.get(0).mention().point(),
                newest == null ? "unknown" : stance(newest),
                newest == null ? null : newest.mention().text(),
                newest == null ? null : newest.article(),
                newest == null ? null : newest.outlet(),
                newest == null ? null : newest.mention().by(),
                newest == null ? end : newest.at(),
                turns.isEmpty() ? null : turns.get(turns.size() - 1).at(),
                counts.support() + counts.oppose() + counts.conditional(),
                counts,
                said.stream().map(StanceSaid::article).distinct().count(),
                end,
                earlier.stream().map(StanceCheck::earlier).toList(),
                (long) gone);
    }

    private static String stance(StanceSaid s) {
        return s.mention().stance();
    }

    private static long count(List<StanceSaid> said, String stance) {
        return said.stream()
                .filter(s -> s.own() && stance(s).equals(stance))
                .map(StanceSaid::article)
                .distinct()
                .count();
    }

    private static Stance.Earlier earlier(StanceSaid s) {
        return new Stance.Earlier(
                s.at(),
                stance(s),
                s.article(),
                s.outlet(),
                s.mention().text(),
                s.mention().by());
    }

    private void compare() {
        var keys = new TreeSet<>(expected.keySet());
        keys.addAll(facts.stances.keySet());
        for (var key : keys) {
            var wanted = expected.get(key);
            var published = facts.stances.get(key);
            if (old(wanted) || old(published)) {
                tooOld++;
                continue;
            }
            compared++;
            if (!Objects.equals(wanted, published)) {
                differ(key, published, wanted);
            }
        }
    }

    private boolean old(@Nullable Stance s) {
        return s != null && facts.findingsSince != null && begin(s).compareTo(facts.findingsSince) <= 0;
    }

    private static Instant begin(Stance s) {
        if (!s.history().isEmpty()) {
            return s.history().get(0).at();
        }
        return s.since() == null ? s.at() : s.since();
    }

    private void differ(String key, @Nullable Stance published, @Nullable Stance wanted) {
        var articles = new TreeSet<String>();
        for (var s : new Stance[] {published, wanted}) {
            if (s != null) {
                if (s.article() != null) {
                    articles.add(s.article());
                }
                s.history().stream()
                        .map(Stance.Earlier::article)
                        .filter(Objects::nonNull)
                        .forEach(articles::add);
            }
        }
        var some = List.copyOf(articles);
        differences.add(new Difference(
                "stance",
                key,
                told(published),
                told(wanted),
                some.subList(0, Math.min(NAMED, some.size())),
                some.size()));
    }

    private static @Nullable String told(@Nullable Stance s) {
        return s == null ? null : Json.MAPPER.writeValueAsString(s);
    }
}
