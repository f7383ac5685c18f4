// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.deadline.Hits.Hit;
import org.pointwatch.domain.deadline.Statement.Named;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.ActorKind;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.tagging.Words;

import static org.pointwatch.domain.dossier.DeadlineCue.*;

/** Who set a deadline and who is bound by it, by the order of names and verbs in the sentence. */
final class Parties {
    private static final Set<String> PASSIVE = Set.of(
            "been", "was", "were", "is", "are", "be", "being", "wurde", "wurden", "worden", "ete", "est", "sont",
            "було", "были", "было");
    private static final Set<String> TOWARD =
            Set.of("for", "on", "to", "from", "by", "fur", "an", "aus", "von", "pour", "a", "de", "для", "від", "от");

    /** Whose answer is a state's. */
    private final Map<String, String> represents;

    private final @Nullable String usual;

    private Parties(Map<String, String> represents, @Nullable String usual) {
        this.represents = represents;
        this.usual = usual;
    }

    /** Of who set it and who is bound either may be unknown. */
    record Pair(@Nullable String setBy, @Nullable String bound) {}

    static Parties of(Dossier dossier) {
        var represents = new HashMap<String, String>();
        for (var person : dossier.actors()) {
            if (person.kind() == ActorKind.PERSON) {
                dossier.actors().stream()
                        .filter(a -> a.kind() == ActorKind.STATE && isOfficeOf(person, a))
                        .findFirst()
                        .ifPresent(state -> represents.put(person.id(), state.id()));
            }
        }
        return new Parties(represents, dossier.deadlines().bound());
    }

    /** An office names its state: "Ukrainian president". */
    private static boolean isOfficeOf(Actor person, Actor state) {
        return person.offices().stream()
                .flatMap(o -> o.names().entrySet().stream())
                .anyMatch(names -> state.aliases().stream()
                        .filter(a -> a.language().equals(names.getKey()))
                        .flatMap(a -> a.demonyms().stream())
                        .anyMatch(d -> names.getValue().stream().anyMatch(n -> opensWith(n, d))));
    }

    private static boolean opensWith(String office, String demonym) {
        return Words.plain(office.split(" ", 2)[0]).equals(Words.plain(demonym));
    }

    Pair of(Statement s, DayPhrase day) {
        var pair = read(s, day);
        return new Pair(pair.setBy(), bound(pair.bound()));
    }

    Pair ofDenial(Statement s, Denial denial) {
        var toward = toward(s, denial.noun().to());
        return new Pair(id(s.actorBefore(denial.from())), bound(id(toward)));
    }

    private @Nullable String bound(@Nullable String named) {
        return named == null ? usual : represents.getOrDefault(named, named);
    }

    private static Pair read(Statement s, DayPhrase day) {
        var hits = s.hits();
        var noun = hits.after(DEADLINE, day.end(), 0);
        noun = noun == null ? hits.before(DEADLINE, day.core(), 12) : noun;
        var give = hits.before(GIVE, day.first(), 8);
        if (give != null) {
            return ofVerb(s, give, day.first());
        }
        if (noun != null) {
            return ofNoun(s, noun, day);
        }
        var duty = hits.before(MUST, day.first(), 25);
        var have = hits.before(HAVE, day.first(), 1);
        var demand = hits.before(DEMAND, day.first(), 25);
        var own = have != null ? have : duty;
        if (own != null && (have != null || demand == null || demand.from() < own.from())) {
            var setter = demand == null ? null : s.actorBefore(demand.from());
            var owner = s.actorBefore(own.from());
            return new Pair(id(setter), owner != null && owner.equals(setter) ? null : id(owner));
        }
        return demand == null ? new Pair(null, null) : ofVerb(s, demand, day.first());
    }

    /** "Trump gave Kyiv until Thursday", "Kyiv was given until Thursday", "demanded an answer from Kyiv". */
    private static Pair ofVerb(Statement s, Hit verb, int day) {
        var before = s.actorBefore(verb.from());
        if (PASSIVE.contains(s.plain(verb.from() - 1))) {
            return new Pair(null, id(before));
        }
        var after = s.actorAfter(verb.to(), day);
        return new Pair(id(before), id(after == null ? s.actorAfter(day, s.hits().limit) : after));
    }

    /** "Trump's Thursday deadline for Ukraine", "the ultimatum to Kyiv", "Ukraine's deadline". */
    private static Pair ofNoun(Statement s, Hit noun, DayPhrase day) {
        var from = Math.min(noun.from(), day.first());
        var owner = s.actorBefore(from);
        var near = owner != null && from - owner.to() <= 2 && s.words().isPossessive(owner.to() - 1);
        var toward = toward(s, noun.to());
        toward = toward == null ? toward(s, Math.max(noun.to(), day.end())) : toward;
        var setter = s.hits().before(SET, from, 6) != null || near && toward != null;
        return new Pair(setter ? id(owner) : null, id(toward == null && near && !setter ? owner : toward));
    }

    private static @Nullable Named toward(Statement s, int word) {
        for (int w = word; w < Math.min(word + 4, s.hits().limit); w++) {
            if (TOWARD.contains(s.plain(w)) && s.runsOn(word, w)) {
                return s.actorAfter(w, w + 4);
            }
        }
        return null;
    }

    private static @Nullable String id(@Nullable Named actor) {
        return actor == null ? null : actor.id();
    }
}
