// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.ActorKind;
import org.pointwatch.domain.tagging.Naming.Form;

/**
 * Whether a surname is the actor's. "Boris Johnson" is not Mike Johnson; after him, "Johnson" alone is nobody's unless
 * the actor is named in full as well. A name that the dossier calls short counts only beside the full name, and if the
 * text knows no other bearer.
 */
final class Surnames {
    /** For each person the first letters of the first names, empty where the dossier does not tell. */
    private final String[] initials;

    Surnames(List<Actor> actors, Languages languages) {
        initials = new String[actors.size()];
        for (int a = 0; a < initials.length; a++) {
            initials[a] = initials(actors.get(a), languages);
        }
    }

    private static String initials(Actor actor, Languages languages) {
        var letters = new StringBuilder();
        if (actor.kind() == ActorKind.PERSON) {
            for (var aliases : actor.aliases()) {
                if (languages.includes(aliases.language())) {
                    aliases.names().stream()
                            .filter(n -> n.indexOf(' ') > 0)
                            .forEach(n -> letters.append(Letters.fold(n.charAt(0))));
                }
            }
        }
        return letters.toString();
    }

    /** Those that count. */
    List<Naming> settle(Tokens tokens, List<Naming> namings) {
        var full = new BitSet();
        var others = new BitSet();
        var doubtful = false;
        for (var n : namings) {
            if (isOther(tokens, n)) {
                others.set(n.alias().actor());
            } else if (n.alias().isFull()) {
                full.set(n.alias().actor());
            }
            doubtful |= n.alias().form() == Form.SHORT;
        }
        if (others.isEmpty() && !doubtful) {
            return namings;
        }
        var settled = new ArrayList<Naming>();
        for (var n : namings) {
            var actor = n.alias().actor();
            var one = n.alias().form() == Form.SHORT
                    ? full.get(actor) && !others.get(actor)
                    : n.alias().isFull() || full.get(actor) || !others.get(actor);
            if (one && !isOther(tokens, n)) {
                settled.add(n);
            }
        }
        return settled;
    }

    /** A surname behind a first name that begins with another letter than the actor's: spellings of one name share it. */
    private boolean isOther(Tokens tokens, Naming n) {
        var first = n.from() - 1;
        var letters = initials[n.alias().actor()];
        return !n.alias().isFull()
                && !letters.isEmpty()
                && first >= 0
                && tokens.sentenceOf(first) == tokens.sentenceOf(n.from())
                && !tokens.is(n.from(), Tokens.COMMA_BEFORE | Tokens.STOP_BEFORE | Tokens.HYPHEN_BEFORE)
                && letters.indexOf(Letters.fold(tokens.text.charAt(tokens.start[first]))) < 0
                && Strangers.isUnknownName(tokens, first);
    }
}
