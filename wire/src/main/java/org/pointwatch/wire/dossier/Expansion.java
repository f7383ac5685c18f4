// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How large the rules become when each reference is replaced by what it stands for. */
final class Expansion {
    private static final long MOST_CHARACTERS = 20_000_000;
    private static final int DEEPEST = 20;

    private record Size(long characters, int depth) {}

    private static final Size NONE = new Size(0, 0);

    private final Map<String, Long> names = new HashMap<>();
    private final Map<String, Size> points = new HashMap<>();
    private final Problems problems;
    private long total;
    private boolean sound = true;

    Expansion(Problems problems) {
        this.problems = problems;
    }

    /**
     * @param order of the points, those that are referred to before those that refer to them
     * @return whether the rules can be compiled
     */
    boolean check(DossierDraft draft, List<String> order) {
        for (var actor : draft.actors().all()) {
            names.merge(actor.id().value(), actor.size(), Long::sum);
            actor.groups().forEach(g -> names.merge(g.value(), actor.size(), Long::sum));
        }
        for (var id : order) {
            points.put(id, size(draft.points().get(id)));
        }
        draft.rules().forEach(r -> r.forEach((language, rule) -> add(rule)));
        return sound;
    }

    private Size size(@Nullable PointDraft point) {
        if (point == null) {
            return NONE;
        }
        var characters = 0L;
        var depth = 0;
        for (var rule : point.ownRules().entries()) {
            var size = size(rule);
            characters = Math.min(characters + size.characters(), MOST_CHARACTERS + 1);
            depth = Math.max(depth, size.depth());
        }
        return new Size(characters, depth);
    }

    private Size size(Entry rule) {
        var characters = (long) rule.value().length();
        var depth = 0;
        for (var name : RuleText.references(rule.value(), '@')) {
            characters += names.getOrDefault(name, 0L);
        }
        for (var name : RuleText.references(rule.value(), '#')) {
            var other = points.getOrDefault(name, NONE);
            characters = Math.min(characters + other.characters(), MOST_CHARACTERS + 1);
            depth = Math.max(depth, other.depth() + 1);
        }
        return new Size(characters, depth);
    }

    private void add(Entry rule) {
        var size = size(rule);
        total += size.characters();
        if (!sound) {
            return;
        }
        if (size.depth() > DEEPEST) {
            sound = false;
            rule.problem(problems, "more than " + DEEPEST + " references to points one inside the other", "shorten it");
        } else if (total > MOST_CHARACTERS) {
            sound = false;
            var problem = "with all they refer to, the rules up to this one have more than " + MOST_CHARACTERS
                    + " characters";
            rule.problem(problems, problem, "refer to less");
        }
    }
}
