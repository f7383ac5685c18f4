// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.ActorKind;
import org.pointwatch.domain.dossier.Aliases;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.tagging.Words;

/** For which party each person speaks: the one that the name of the office holds ("Ukrainian president"). */
final class Sides {
    private static final int LONGEST = 4;

    private final Map<String, String> parties = new HashMap<>();
    private final Map<String, Set<String>> offices = new HashMap<>();

    Sides(Dossier dossier) {
        var names = new HashMap<String, String>();
        for (var actor : dossier.actors()) {
            if (actor.kind() != ActorKind.PERSON) {
                actor.aliases().forEach(a -> add(names, actor.id(), a));
            }
        }
        dossier.actors().stream().filter(a -> a.kind() == ActorKind.PERSON).forEach(person -> place(person, names));
    }

    private static void add(Map<String, String> names, String id, Aliases aliases) {
        for (var list :
                List.of(aliases.names(), aliases.lands(), aliases.seats(), aliases.demonyms(), aliases.shortNames())) {
            list.forEach(name -> names.putIfAbsent(spelled(name), id));
        }
    }

    private static String spelled(String name) {
        var out = new StringBuilder();
        for (var word : name.replace('-', ' ').split(" ")) {
            out.append(out.length() == 0 ? "" : " ").append(Words.plain(word));
        }
        return out.toString();
    }

    /** The longest name in an office decides. */
    private void place(Actor person, Map<String, String> names) {
        var best = "";
        var words = new HashSet<String>();
        for (var office : person.offices()) {
            for (var list : office.names().values()) {
                for (var written : list) {
                    var inOffice = List.of(spelled(written).split(" "));
                    words.addAll(inOffice);
                    best = longest(best, inOffice, names);
                }
            }
        }
        offices.put(person.id(), words);
        if (!best.isEmpty()) {
            parties.put(person.id(), names.get(best));
        }
    }

    private static String longest(String known, List<String> words, Map<String, String> names) {
        var best = known;
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST); to++) {
                var name = String.join(" ", words.subList(from, to));
                if (name.length() > best.length() && names.containsKey(name)) {
                    best = name;
                }
            }
        }
        return best;
    }

    /** The party that a person speaks for, null if none is known. */
    @Nullable
    String of(String person) {
        return parties.get(person);
    }

    /** Whether a word is part of the name of a person's office: Hungary, of its prime minister. */
    boolean isInOffice(String person, String plain) {
        return offices.getOrDefault(person, Set.of()).contains(plain);
    }

    boolean isPerson(String actor) {
        return offices.containsKey(actor);
    }
}
