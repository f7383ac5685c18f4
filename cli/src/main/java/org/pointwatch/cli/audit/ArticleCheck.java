// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

    private ArticleCheck(Facts facts) {
        this.facts = facts;
    }

    /**
     * What became of every article that {@code articles} holds.
     *
     * @param unexplained those that a difference was found with, and that count nowhere
     * @param unchecked articles with findings whose records on {@code articles} are there no more, or not all
     */
    record Outcome(
            List<Difference> differences,
            int read,
            int counted,
            int withdrawn,
            int deadLettered,
            int beyond,
            int unexplained,
            int unchecked) {}

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
                check.unchecked);
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
            current(id, history, current, found);
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
