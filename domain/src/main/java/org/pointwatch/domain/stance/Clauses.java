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

    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "its", "his");
    private static final Set<String> UNTIL = Set.of("until", "till", "unless", "before", "whenever");
    private static final Set<String> PART = Set.of(
            "some",
            "few",
            "fewer",
            "not",
            "former",
            "ex",
            "opposition",
            "one",
            "certain",
            "individual",
            "retired",
            "two",
            "hardly");
    private static final Set<String> NOT_ALL =
            Set.of("everyone", "everybody", "all", "nobody", "none", "anyone", "one");
    private static final Set<String> BUT = Set.of("but", "except", "save");
    private static final int PART_WITHIN = 4;

    private Clauses() {}

    /** "until Kyiv accepts", "when Kyiv accepts": what is still to come. */
    static boolean isOpen(Scene scene, int name, int lowest, int verb) {
        var before = name - 1;
        while (before >= lowest && (ARTICLES.contains(scene.plain(before)))) {
            before--;
        }
        if (before < lowest) {
            return false;
        }
        var word = scene.plain(before);
        return UNTIL.contains(word) || word.equals("when") && !scene.plain(verb).endsWith("ed");
    }

    /** "some European leaders", "a few of the", "everyone but Kyiv": not the party, or all others. */
    static boolean isPart(Scene scene, int name, int lowest) {
        for (int i = name - 1; i >= Math.max(lowest, name - PART_WITHIN) && !scene.isBehindComma(i + 1); i--) {
            var word = scene.plain(i);
            if (BUT.contains(word) && i > lowest && NOT_ALL.contains(scene.plain(i - 1))) {
                return true;
            }
            if (PART.contains(word)) {
                return true;
            }
            if (!ARTICLES.contains(word) && !word.equals("of") && !word.equals("all")) {
                return false;
            }
        }
        return false;
    }

    /** "Ukrainian opposition leaders". */
    static boolean isOther(Scene scene, int name, int body) {
        for (int i = name + 1; i < body; i++) {
            if (PART.contains(scene.plain(i))) {
                return true;
            }
        }
        return false;
    }

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
            if (PART.contains(scene.plain(i))) {
                return false;
            }
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
