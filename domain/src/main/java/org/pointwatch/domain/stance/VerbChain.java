// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.Set;

/** What the next verbs make of a negation or a refusal before them. */
final class VerbChain {
    private static final Set<String> MADE = Hedges.words(
            "held granted imposed sent deployed stationed made forced introduced lifted allowed written agreed"
                    + " signed dictated used part asked expected required obliged compelled pressured pressed let given"
                    + " handed accepted");
    private static final Set<String> PROMISES = Set.of("will", "would", "shall");
    private static final Set<String> DONE = Hedges.words(
            "hold call organise organize send deploy station lift ease grant use keep provide offer guarantee"
                    + " build release return free exchange hand cede give leave withdraw pull cut reduce cap limit extend"
                    + " join rebuild pay stop cease observe respect host enshrine write adopt ratify restart stay remain");
    private static final int WORDS = 2;

    private VerbChain() {}

    /** "does not support", "will never accept": the verb that is negated is one of position. */
    static boolean leadsOn(Scene scene, int behind) {
        return has(scene, behind, Kind.WISH | Kind.ASSENT | Kind.READY);
    }

    /** "does not oppose", "refused to rule out" are no support, and who does not demand a thing may still want it. */
    static boolean turnsBack(Scene scene, int kind, int behind) {
        if ((kind & Kind.AGAINST) != 0) {
            return has(scene, behind, Kind.AGAINST | Kind.BAD);
        }
        return has(scene, behind, Kind.AGAINST | Kind.BAD | Kind.NOT) || isUnwantedDemand(scene, behind);
    }

    /** "cannot be accepted", "cannot be imposed": whether what stands before is what must not come about. */
    static boolean isMade(Scene scene, int behind) {
        for (int i = behind; i < end(scene, behind); i++) {
            if ((scene.operator[i] & Kind.ASSENT) != 0 || MADE.contains(scene.plain(i))) {
                return true;
            }
        }
        return false;
    }

    /** "will hold", and not "will lose" or "will not". */
    static boolean isPromise(Scene scene, int i) {
        if (!PROMISES.contains(scene.plain(i)) || i + 2 >= scene.count) {
            return false;
        }
        return scene.operator[i] == 0 && DONE.contains(scene.plain(i + 1));
    }

    /** Whether a promise may begin with a word. */
    static boolean opensPromise(String plain) {
        return PROMISES.contains(plain);
    }

    /** "must be higher than". */
    static boolean compares(Scene scene, int behind) {
        if (behind + 1 >= scene.count || !scene.plain(behind).equals("be")) {
            return false;
        }
        var next = scene.plain(behind + 1);
        return next.endsWith("er") || next.equals("more") || next.equals("less");
    }

    private static boolean isUnwantedDemand(Scene scene, int behind) {
        for (int i = behind; i < end(scene, behind); i++) {
            if ((scene.operator[i] & Kind.WISH) != 0 && !Hedges.isWanted(scene.plain(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Scene scene, int behind, int kinds) {
        for (int i = behind; i < end(scene, behind); i++) {
            if ((scene.operator[i] & kinds) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Two words on, those not counted that only say a negation again or make a perfect tense. */
    private static int end(Scene scene, int behind) {
        var to = behind;
        for (int left = WORDS; to < scene.count && left > 0; to++) {
            left -= Hedges.isAgain(scene.plain(to)) || Hedges.isPerfect(scene.plain(to)) ? 0 : 1;
        }
        return to;
    }
}
