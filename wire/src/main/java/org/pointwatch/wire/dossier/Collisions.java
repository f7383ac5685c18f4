// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What two points or two actors cannot share. */
final class Collisions {
    private record Name(String actor, Entry entry) {}

    private final Problems problems;

    Collisions(Problems problems) {
        this.problems = problems;
    }

    void check(DossierDraft draft) {
        var owners = new HashMap<String, Entry>();
        for (var point : draft.points().all()) {
            point.numbers().forEach((plan, numbers) -> numbers(owners, plan, numbers));
        }
        var names = new HashMap<String, Map<String, Name>>();
        for (var actor : draft.actors().all()) {
            actor.names().forEach((language, entries) -> entries.forEach(e -> name(names, language, actor, e)));
        }
    }

    private void numbers(Map<String, Entry> owners, String plan, List<Entry> numbers) {
        var own = new HashSet<String>();
        for (var number : numbers) {
            var key = plan + "/" + number.value();
            var former = own.add(key) ? owners.putIfAbsent(key, number) : null;
            if (former != null) {
                var problem = "point " + number.value() + " of " + plan + " is taken in "
                        + former.place().brief();
                number.problem(problems, problem, "give each number to one point");
            }
        }
    }

    private void name(Map<String, Map<String, Name>> names, String language, ActorDraft actor, Entry entry) {
        var text =
                String.join(" ", entry.value().toLowerCase(Locale.ROOT).trim().split("\\s+"));
        var own = new Name(actor.id().value(), entry);
        var byLanguage = names.computeIfAbsent(text, t -> new HashMap<>());
        for (var other : language.equals(Languages.ANY)
                ? List.copyOf(byLanguage.values())
                : List.of(byLanguage.getOrDefault(language, own), byLanguage.getOrDefault(Languages.ANY, own))) {
            if (!other.actor().equals(own.actor())) {
                var problem = "'" + entry.value() + "' is a name of " + other.actor() + " in "
                        + other.entry().place().brief();
                entry.problem(problems, problem, "use 'short:' for a name that others bear too");
                break;
            }
        }
        byLanguage.putIfAbsent(language, own);
    }
}
