// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.Set;

import static org.pointwatch.domain.stance.Scene.NONE;

/** Where in a sentence one clause ends and another begins, as far as a subject far from its verb asks. */
final class Clauses {
    private static final Set<String> RELATIVE = Set.of("which", "who", "whose", "whom");
    private static final Set<String> HEADS = Set.of("the", "a", "both", "all", "leading", "senior", "several");
    private static final Set<String> BINDS = Set.of("in", "at", "on", "from", "of", "for", "with");
    private static final int HEAD_WITHIN = 4;

    private Clauses() {}

    static boolean isRelative(String plain) {
        return RELATIVE.contains(plain);
    }

    /** The last word of the actor or body that opens a clause, or {@link Scene#NONE}. */
    static int head(Scene scene, int lowest, int end) {
        var from = lowest;
        while (from < end && HEADS.contains(scene.plain(from))) {
            from++;
        }
        var last = NONE;
        for (int i = from; i < Math.min(end, from + HEAD_WITHIN); i++) {
            if (i > from && scene.isBehindComma(i)) {
                break;
            }
            if (scene.actor[i] != NONE && (last == NONE || scene.nameFrom[i] == scene.nameFrom[last])) {
                last = i;
            } else if (last != NONE && scene.is(i, Kind.BODY)) {
                last = i;
            } else if (last == NONE) {
                return NONE;
            }
        }
        return last;
    }

    /** Whether words behind a head only tell more of it: "meeting in Paris", ", whose country borders it,". */
    static boolean isAside(Scene scene, int from, int end) {
        if (from >= end) {
            return false;
        }
        var comma = scene.isBehindComma(from);
        if (comma && !scene.isBehindComma(end)) {
            return false;
        }
        if (!comma && !scene.plain(from).endsWith("ing") && !BINDS.contains(scene.plain(from))) {
            return false;
        }
        for (int i = from; i < end; i++) {
            var relative = comma && isRelative(scene.plain(from));
            if (scene.is(i, Kind.CONTRAST) && !isRelative(scene.plain(i)) && !scene.is(i, Kind.JOINS)
                    || !relative && scene.is(i, Kind.FACT | Kind.HAD)
                    || scene.begins(i, Kind.MUST | Kind.WILL_NOT | Kind.NOT)
                    || scene.quote[i] != NONE) {
                return false;
            }
        }
        return true;
    }
}
