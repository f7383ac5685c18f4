// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.record.Deadline;

/**
 * Whether the deadlines are those that findings and stories come to. Without a clock it cannot say whether one should have
 * passed by now: an open one may be published as it is or as it ends.
 */
final class DeadlineCheck {
    private static final int MOST_ARTICLES = 20_000;
    private static final int NAMED = 5;

    private final Facts facts;
    private final Map<String, Deadline> expected = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private int compared;
    private int tooOld;

    private DeadlineCheck(Facts facts) {
        this.facts = facts;
    }

    /**
     * What came of it.
     *
     * @param compared deadlines
     * @param tooOld of a time whose findings are there no more
     */
    record Outcome(List<Difference> differences, int compared, int tooOld) {}

    static Outcome of(Facts facts) {
        var check = new DeadlineCheck(facts);
        check.count();
        check.compare();
        return new Outcome(List.copyOf(check.differences), check.compared, check.tooOld);
    }

    /** Whom it binds to what. */
    private record Binding(String dossier, @Nullable String bound, @Nullable String point) {
        static Binding of(DeadlineSaid s) {
            var points = s.mention().points();
            return new Binding(s.dossier(), s.mention().bound(), points.size() == 1 ? points.get(0) : null);
        }
    }

    private void count() {
        var said = new HashMap<Binding, List<DeadlineSaid>>();
        for (var m : facts.findings.values()) {
            var story = facts.stories.get(m.article());
            if (story != null) {
                var own = story.relation() == Relation.ORIGINAL || story.relation() == Relation.REWRITE;
                m.deadlines().forEach(s -> said.computeIfAbsent(Binding.of(s), b -> new ArrayList<>())
                        .add(s.in(own)));
            }
        }
        said.forEach((binding, all) ->
                expected.putAll(DeadlineLedger.of(binding.dossier(), binding.bound(), binding.point(), earliest(all))));
    }

    private static List<DeadlineSaid> earliest(List<DeadlineSaid> all) {
        var articles = new TreeSet<String>();
        all.forEach(s -> articles.add(order(s)));
        if (articles.size() <= MOST_ARTICLES) {
            return all;
        }
        var last = articles.stream().skip(MOST_ARTICLES - 1L).findFirst().orElseThrow();
        return all.stream().filter(s -> order(s).compareTo(last) <= 0).toList();
    }

    private static String order(DeadlineSaid s) {
        return "%020d.%09d %s".formatted(s.at().getEpochSecond(), s.at().getNano(), s.article());
    }

    private void compare() {
        var ids = new TreeSet<>(expected.keySet());
        ids.addAll(facts.deadlines.keySet());
        for (var id : ids) {
            var wanted = expected.get(id);
            var published = facts.deadlines.get(id);
            if (old(wanted) || old(published)) {
                tooOld++;
                continue;
            }
            compared++;
            if (published != null && published.into() != null) {
                merged(id, published, wanted);
            } else if (!Objects.equals(wanted, published)
                    && (wanted == null || !DeadlineLedger.ended(wanted).equals(published))) {
                differ(id, published, wanted);
            }
        }
    }

    /** Which ids were merged depends on what was published on the way; into which they are does not. */
    private void merged(String id, Deadline published, @Nullable Deadline wanted) {
        if (wanted != null) {
            differ(id, published, wanted);
        } else if (!expected.containsKey(published.into())) {
            differences.add(Difference.of("deadline", id, told(published), "to be merged into one that is there"));
        }
    }

    private boolean old(@Nullable Deadline d) {
        return d != null && facts.findingsSince != null && d.firstSeen().compareTo(facts.findingsSince) <= 0;
    }

    private void differ(String id, @Nullable Deadline published, @Nullable Deadline wanted) {
        var articles = new TreeSet<String>();
        for (var d : new Deadline[] {published, wanted}) {
            if (d != null) {
                d.history().stream()
                        .map(Deadline.Change::article)
                        .filter(Objects::nonNull)
                        .forEach(articles::add);
            }
        }
        var some = List.copyOf(articles);
        differences.add(new Difference(
                "deadline",
                id,
                told(published),
                told(wanted),
                some.subList(0, Math.min(NAMED, some.size())),
                some.size()));
    }

    private static @Nullable String told(@Nullable Deadline d) {
        return d == null ? null : Json.MAPPER.writeValueAsString(d);
    }
}
