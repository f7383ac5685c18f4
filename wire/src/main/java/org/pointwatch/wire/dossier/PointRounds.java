// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds points whose rules refer to each other in a round. */
final class PointRounds {
    private static final int MOST_NAMED = 10;

    private record Reference(String point, Entry rule) {}

    private final Map<String, List<Reference>> references = new LinkedHashMap<>();
    private final List<String> order = new ArrayList<>();
    private final Problems problems;

    PointRounds(Definitions<PointDraft> points, Problems problems) {
        this.problems = problems;
        for (var point : points.all()) {
            var own = new ArrayList<Reference>();
            for (var rule : point.ownRules().entries()) {
                RuleText.points(rule.value()).stream()
                        .filter(other -> points.get(other) != null)
                        .forEach(other -> own.add(new Reference(other, rule)));
            }
            references.put(point.id().value(), own);
        }
    }

    /** Points that lead into no round, those that are referred to before those that refer to them. */
    List<String> order() {
        return order;
    }

    private List<Reference> referencesOf(String point) {
        return references.getOrDefault(point, List.of());
    }

    /** The rules that lead into a round. */
    Set<Entry> run() {
        var left = left();
        var seen = new HashMap<String, String>();
        for (var start : left) {
            walk(start, left, seen);
        }
        var rules = new HashSet<Entry>();
        left.forEach(point -> referencesOf(point).forEach(r -> rules.add(r.rule())));
        return rules;
    }

    /** Points that are left when those are taken away, again and again, that refer to no other. */
    private Set<String> left() {
        var open = new HashMap<String, Integer>();
        var referring = new HashMap<String, List<String>>();
        var done = new ArrayDeque<String>();
        references.forEach((point, own) -> {
            open.put(point, own.size());
            own.forEach(r ->
                    referring.computeIfAbsent(r.point(), p -> new ArrayList<>()).add(point));
            if (own.isEmpty()) {
                done.add(point);
            }
        });
        var left = new LinkedHashSet<>(references.keySet());
        while (!done.isEmpty()) {
            var point = done.remove();
            left.remove(point);
            order.add(point);
            for (var other : referring.getOrDefault(point, List.of())) {
                if (open.merge(other, -1, Integer::sum) == 0) {
                    done.add(other);
                }
            }
        }
        return left;
    }

    /** Follows the first open reference of each point; every point is walked over once. */
    private void walk(String start, Set<String> left, Map<String, String> seen) {
        var way = new ArrayList<String>();
        var at = start;
        while (seen.putIfAbsent(at, start) == null) {
            way.add(at);
            at = first(at, left).point();
        }
        var from = way.indexOf(at);
        if (from >= 0) {
            var last = first(way.get(way.size() - 1), left);
            var some = way.subList(from, Math.min(way.size(), from + MOST_NAMED));
            var round =
                    "#" + String.join(" -> #", some) + (from + MOST_NAMED < way.size() ? " ..." : "") + " -> #" + at;
            last.rule().problem(problems, "the points go round: " + round, "drop one of these references");
        }
    }

    private Reference first(String point, Set<String> left) {
        return referencesOf(point).stream()
                .filter(r -> left.contains(r.point()))
                .findFirst()
                .orElseThrow();
    }
}
