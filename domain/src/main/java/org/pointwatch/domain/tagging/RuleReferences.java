// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pointwatch.domain.dossier.Aliases;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.Rule;

/** What rules of one language can refer to: the names behind {@code @id}, the rules behind {@code #id}. */
final class RuleReferences {
    private final Map<String, List<List<Expr.Word>>> names = new HashMap<>();
    private final Map<String, List<String>> rules = new HashMap<>();

    RuleReferences(Dossier dossier, Languages languages, Phrases phrases) {
        for (var actor : dossier.actors()) {
            var own = languages.aliases(actor).stream()
                    .flatMap(a -> names(a).stream())
                    .map(phrases::name)
                    .filter(words -> !words.isEmpty())
                    .toList();
            names.computeIfAbsent(actor.id(), id -> new ArrayList<>()).addAll(own);
            for (var group : actor.groups()) {
                names.computeIfAbsent(group, id -> new ArrayList<>()).addAll(own);
            }
        }
        for (var point : dossier.points()) {
            rules.put(
                    point.id(),
                    languages.rules(point.rules()).stream().map(Rule::text).toList());
        }
    }

    private static List<String> names(Aliases a) {
        var names = new ArrayList<String>();
        for (var list : List.of(a.names(), a.shortNames(), a.lands(), a.seats(), a.demonyms())) {
            names.addAll(list);
        }
        return names;
    }

    boolean knows(String reference) {
        return reference.startsWith("#") ? rules.containsKey(reference.substring(1)) : names.containsKey(reference);
    }

    List<List<Expr.Word>> names(String actorOrGroup) {
        return names.getOrDefault(actorOrGroup, List.of());
    }

    List<String> rules(String point) {
        return rules.getOrDefault(point, List.of());
    }
}
