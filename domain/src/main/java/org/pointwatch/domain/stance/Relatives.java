// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.Set;
import org.jspecify.annotations.Nullable;

import static org.pointwatch.domain.stance.Scene.NONE;

/** Objects that stand before their verb, as in "a cap, which Kyiv rejects" and "a step that Moscow has ruled out". */
final class Relatives {
    private static final Set<String> ARTICLES = Set.of("the", "its", "his");
    private static final Set<String> AGAIN =
            Hedges.words("step demand condition idea move provision clause concession prospect request measure proposal"
                    + " something point one requirement notion formula option scenario outcome solution");
    private static final Set<String> GOES_ON =
            Hedges.words("during for as in on repeatedly since outright out and so because but from at under");
    private static final Set<String> BLAMED = Set.of("for", "over", "of");

    private static final int VERBS = Kind.WISH | Kind.ASSENT | Kind.AGAINST | Kind.WILL_NOT;

    private final Scene scene;
    private final Subjects subjects;

    /**
     * Where the object stands.
     *
     * @param at the word behind it
     * @param closed whether nothing more of it stands behind the verb
     */
    record Gap(Holder holder, int at, boolean closed) {}

    Relatives(Scene scene, Subjects subjects) {
        this.scene = scene;
        this.subjects = subjects;
    }

    /** Null if the word has its object behind it. */
    @Nullable
    Gap object(int verb, int behind) {
        if (scene.quote[verb] != NONE || (scene.operator[verb] & VERBS) == 0) {
            return null;
        }
        var lowest = scene.contextFrom(verb);
        var end = subjects.group(verb).from() - 1;
        if (end <= lowest || scene.actor[end] == NONE || scene.isPossessive(end)) {
            return null;
        }
        var before = scene.nameFrom[end] - 1;
        before = before > lowest && ARTICLES.contains(scene.plain(before)) ? before - 1 : before;
        if (before <= lowest || !isRelative(before)) {
            return null;
        }
        var closed = isClosed(behind);
        if (!closed && scene.plain(before).equals("that")) {
            return null;
        }
        return new Gap(Holder.of(scene.actorId(end)), before, closed);
    }

    private boolean isRelative(int i) {
        var plain = scene.plain(i);
        return plain.equals("which") && !scene.is(i - 1, Kind.PREPOSITION)
                || plain.equals("something")
                || plain.equals("that") && AGAIN.contains(scene.plain(i - 1));
    }

    private boolean isClosed(int behind) {
        return behind >= scene.count || scene.isBehindComma(behind) || GOES_ON.contains(scene.plain(behind));
    }

    /** "criticised Brussels for its support": a person or state, and not the point. */
    static boolean blames(Scene scene, int verb, int behind) {
        var end = behind;
        while (end < scene.count && scene.actor[end] != NONE && !scene.isPossessive(end)) {
            end++;
        }
        return end > behind && end < scene.count && BLAMED.contains(scene.plain(end));
    }
}
