// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.Override;

/** Whether the findings are those of each article's current state, and where every article went. */
final class ArticleCheck {
    private final Facts facts;
    private final List<Difference> differences = new ArrayList<>();
    private int counted;
    private int withdrawn;
    private int deadLettered;
    private int beyond;
    private int unexplained;
    private int unchecked;
    private int vetoed;

    private ArticleCheck(Facts facts) {
        this.facts = facts;
    }

    /**
     * What became of every article that {@code articles} holds.
     *
     * @param unexplained those that a difference was found with, and that count nowhere
     * @param unchecked articles with findings whose records on {@code articles} are there no more, or not all; and those
     *     whose state may have been dropped when an analyst decided about them
     * @param vetoed those of an outlet that an analyst has vetoed
     */
    record Outcome(
            List<Difference> differences,
            int read,
            int counted,
            int withdrawn,
            int deadLettered,
            int beyond,
            int unexplained,
            int unchecked,
            int vetoed) {}

    static Outcome of(Facts facts) {
        var check = new ArticleCheck(facts);
        new TreeMap<>(facts.histories).forEach(check::article);
        new TreeMap<>(facts.findings)
                .forEach(
                        (id, found) -> check.unknown("finding", id, found.partition(), "revision " + found.revision()));
        return new Outcome(
                List.copyOf(check.differences),
                facts.histories.size(),
                check.counted,
                check.withdrawn,
                check.deadLettered,
                check.beyond,
                check.unexplained,
                check.unchecked,
                check.vetoed);
    }

    private void unknown(String what, String id, int partition, String found) {
        if (!facts.histories.containsKey(id)) {
            if (facts.forgotten(partition)) {
                unchecked++;
            } else {
                differences.add(Difference.of(what, id, found, null));
            }
        }
    }

    private void article(String id, History history) {
        var found = facts.findings.get(id);
        var verdict = history.verdict();
        if (verdict instanceof History.Current current) {
            var decided = facts.onOutlet(current.state().outlet());
            if (decided == null) {
                current(id, history, current, found);
            } else if (decided.kind().equals(Override.VETO_OUTLET)) {
                vetoed(id, history, decided, found);
            } else if (found == null && history.mayBeForgotten(decided.at())) {
                vetoed++;
                unchecked++;
            } else {
                current(id, history, current, found);
            }
        } else if (found == null) {
            gone((History.Left) verdict);
        } else if (facts.forgotten(history.partition())) {
            counted++;
            unchecked++;
        } else {
            counted++;
            differences.add(Difference.of("finding", id, told(found), null));
        }
    }

    private void vetoed(String id, History history, Override veto, @Nullable Mentions found) {
        if (found == null) {
            vetoed++;
            return;
        }
        counted++;
        if (history.mayBeForgotten(veto.at())) {
            unchecked++;
        } else {
            var why = "none, for %s was vetoed at %s by %s".formatted(veto.subject(), veto.at(), veto.by());
            differences.add(Difference.of("finding", id, told(found), why));
        }
    }

    /** What a finding names in spite of a veto. */
    private void spared(String id, History history, Mentions found) {
        for (var veto : found.spared()) {
            if (history.mayBeForgotten(veto.at())) {
                unchecked++;
            } else {
                var why = "it not to be named, for it was vetoed at %s by %s".formatted(veto.at(), veto.by());
                differences.add(Difference.of("finding", id, veto.tag(), why));
            }
        }
    }

    private void gone(History.Left why) {
        switch (why) {
            case WITHDRAWN -> withdrawn++;
            case BEYOND_HORIZON -> beyond++;
            case DEAD_LETTERED -> deadLettered++;
        }
    }

    private void current(String id, History history, History.Current current, @Nullable Mentions found) {
        if (found == null) {
            if (facts.setAside.contains(id)) {
                deadLettered++;
            } else {
                unexplained++;
                differences.add(Difference.of("finding", id, null, told(current.state())));
            }
            return;
        }
        spared(id, history, found);
        if (facts.stories.containsKey(id)) {
            counted++;
        } else if (facts.setAside.contains(id)) {
            deadLettered++;
        } else {
            unexplained++; // what is wrong with its story is told there
        }
        if (current.oneOf().stream().noneMatch(s -> agree(s, found))) {
            if (facts.forgotten(history.partition()) && !history.knows(found.revision())) {
                unchecked++;
            } else if (!facts.setAside.contains(id)) {
                differences.add(Difference.of("finding", id, told(found), told(current.state())));
            }
        }
    }

    private static boolean agree(State s, Mentions m) {
        return s.revision().equals(m.revision())
                && s.eventTime().equals(m.eventTime())
                && s.outlet().equals(m.outlet())
                && Objects.equals(s.group(), m.group());
    }

    private static String told(State s) {
        return told(s.revision(), Map.entry(s.eventTime().toString(), s.outlet()), s.group());
    }

    private static String told(Mentions m) {
        return told(m.revision(), Map.entry(m.eventTime().toString(), m.outlet()), m.group());
    }

    private static String told(String revision, Map.Entry<String, String> place, @Nullable String group) {
        return "revision " + revision + " at " + place.getKey() + " by " + place.getValue()
                + (group == null ? "" : " of " + group);
    }
}
