// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.Set;
import org.jspecify.annotations.Nullable;

import static org.pointwatch.domain.stance.Scene.NONE;

/** Positions that are nouns: "Kyiv's opposition to", "opposition from Kyiv to", "voiced his opposition to". */
final class Nouns {
    private static final Set<String> VOICED = Hedges.words(
            "voiced voices voicing expressed expresses expressing signalled signaled signals reiterated reiterates"
                    + " reiterating repeated repeats restated restates reaffirmed reaffirms underlined underlines"
                    + " underscored stressed stresses declared declares announced announces confirmed confirms indicated"
                    + " gave gives lent lends renewed renews maintained maintains affirmed showed registered pledged stated"
                    + " backed dropped emphasised emphasized conveyed raised raises repeating made has have offered threw"
                    + " gathered hardened stiffened justified explained defended");
    private static final Set<String> LEFT = Set.of("dropped");
    private static final Set<String> BY = Set.of("from", "by", "in", "of", "among");
    private static final Set<String> LINKS = Set.of("to", "for", "that", "against", "about", "over", "on");
    private static final Set<String> OPEN = Set.of(
            "would",
            "could",
            "may",
            "might",
            "requires",
            "needs",
            "hinges",
            "faded",
            "vanished",
            "wavered",
            "waned",
            "overstated",
            "exaggerated",
            "unclear",
            "uncertain");
    private static final Set<String> PREDICATE =
            Set.of("would", "could", "may", "might", "will", "is", "was", "has", "had", "requires", "needs", "remains");
    private static final int OPEN_WITHIN = 6;
    private static final int VOICED_WITHIN = 4;

    private final Scene scene;
    private final Subjects subjects;

    /** @param behind the word behind the noun and its owner */
    record Owned(Holder holder, int behind) {}

    Nouns(Scene scene, Subjects subjects) {
        this.scene = scene;
        this.subjects = subjects;
    }

    /** Where the verb stands of which the noun is the subject. */
    static int end(Scene scene, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Clauses.isRelative(scene.plain(i)) || scene.plain(i).equals("that")) {
                return to;
            }
            if (PREDICATE.contains(scene.plain(i))) {
                return i;
            }
        }
        return to;
    }

    /** "would require", "depends on": what the clause makes of the noun. */
    static boolean isOpen(Scene scene, int behind) {
        for (int i = behind; i < Math.min(scene.count, behind + OPEN_WITHIN); i++) {
            if (OPEN.contains(scene.plain(i))) {
                return true;
            }
            if (Clauses.isRelative(scene.plain(i)) || scene.plain(i).equals("that")) {
                return false;
            }
            if (scene.is(i, Kind.JOINS)) {
                return false;
            }
        }
        return false;
    }

    @Nullable
    Owned owned(int noun, int behind) {
        var by = BY.contains(scene.plain(behind - 1)) ? by(noun, behind) : null;
        if (by != null) {
            return by;
        }
        var owner = subjects.owner(noun);
        var voice = voiced(noun, owner != null);
        var holder = owner == null ? voice : subjects.both(owner, voice);
        return holder == null ? null : new Owned(holder, behind);
    }

    /** "opposition from Kyiv to". */
    private @Nullable Owned by(int noun, int behind) {
        var from = behind < scene.count && scene.plain(behind).equals("the") ? behind + 1 : behind;
        var end = from;
        while (end < scene.count && scene.actor[end] != NONE) {
            end++;
        }
        if (end == from || end >= scene.count || !LINKS.contains(scene.plain(end)) || scene.isBehindComma(end)) {
            return null;
        }
        var holder = subjects.attributed(scene.actorId(end - 1), noun);
        return holder == null ? null : new Owned(holder, end + 1);
    }

    /** "voiced strong opposition to". */
    private @Nullable Holder voiced(int noun, boolean owned) {
        var lowest = Math.max(scene.contextFrom(noun), noun - VOICED_WITHIN);
        for (int i = noun - 1; i >= lowest; i--) {
            if (VOICED.contains(scene.plain(i)) && scene.actor[i] == NONE) {
                var group = subjects.group(i);
                var open = group.is(Kind.WEAK | Kind.HAD | Kind.NOT | Kind.WILL_NOT) || LEFT.contains(scene.plain(i));
                return open ? null : subjects.before(i, group);
            }
            if (scene.isBehindComma(i)
                    || !owned && scene.actor[i] != NONE
                    || scene.is(i, Kind.PREPOSITION | Kind.NEGATOR)) {
                return null;
            }
        }
        return null;
    }
}
