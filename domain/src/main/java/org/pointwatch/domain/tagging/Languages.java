// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.List;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.Aliases;
import org.pointwatch.domain.dossier.PartyCues;
import org.pointwatch.domain.dossier.Rule;

/**
 * The parts of a dossier that are for one language: what is written for it, and what is for any. Texts in other
 * languages often leave foreign names as they are, so the names of the dossier's first language stand in as well.
 */
final class Languages {
    static final String ANY = "any";

    private final String own;
    private final String first;

    Languages(String own, String first) {
        this.own = own;
        this.first = first;
    }

    String own() {
        return own;
    }

    boolean includes(String language) {
        return language.equals(own) || language.equals(ANY);
    }

    List<Rule> rules(List<Rule> rules) {
        return rules.stream().filter(r -> includes(r.language())).toList();
    }

    List<PartyCues> cues(List<PartyCues> cues) {
        return cues.stream().filter(c -> includes(c.language())).toList();
    }

    List<Aliases> aliases(Actor actor) {
        var aliases = new ArrayList<Aliases>();
        for (var a : actor.aliases()) {
            if (includes(a.language())) {
                aliases.add(a);
            } else if (a.language().equals(first)) {
                aliases.add(new Aliases(
                        first, a.names(), a.shortNames(), List.of(), List.of(), List.of(), List.of(), a.not()));
            }
        }
        return aliases;
    }
}
