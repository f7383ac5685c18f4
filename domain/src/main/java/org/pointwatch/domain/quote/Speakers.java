// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.quote;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.ActorKind;
import org.pointwatch.domain.dossier.Dossier;

/** What a dossier tells of those who speak: who is a person, and which pronouns may stand for them. */
final class Speakers {
    private static final Set<String> FEMALE = Set.of("she", "her");

    /** For each person, whether she is one; of others there is nothing. */
    private final Map<String, @Nullable Boolean> persons = new HashMap<>();

    Speakers(Dossier dossier) {
        for (var actor : dossier.actors()) {
            if (actor.kind() == ActorKind.PERSON) {
                persons.put(actor.id(), isFemale(actor));
            }
        }
    }

    /** Null if the dossier gives no pronouns in a language that tells. */
    private static @Nullable Boolean isFemale(Actor actor) {
        for (var aliases : actor.aliases()) {
            if (!aliases.pronouns().isEmpty() && aliases.language().equals("en")) {
                return aliases.pronouns().stream().anyMatch(FEMALE::contains);
            }
        }
        return null;
    }

    boolean isPerson(String actor) {
        return persons.containsKey(actor);
    }

    /** Whether "he" or "she" may be this person. */
    boolean fits(String actor, int pronoun) {
        var female = persons.get(actor);
        return persons.containsKey(actor)
                && (female == null || ((pronoun & (female ? SpeechKind.SHE : SpeechKind.HE)) != 0));
    }
}
