// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Fit.Run;

/** Why the two sides of a NEAR, both of which are there, do not stand near each other: the nearest two tell. */
final class Pairs {
    /** A stretch with more than so many matches is told from the first of them. */
    private static final int LOOKED_AT = 64;

    private static final double BOTH_SIDES = 2 / 3.0;

    private record Pair(Run first, Run second) {
        int between() {
            return second.from() - first.to() - 1;
        }
    }

    private Pairs() {}

    static Fit nearest(Expr.Near near, Fit left, Fit right, Tokens tokens) {
        var forward = closest(left.found(), right.found());
        var backward = closest(right.found(), left.found());
        if (near.ordered() && backward != null && (forward == null || backward.between() <= near.gap())) {
            return Fit.lacking(
                    BOTH_SIDES, new Lack.WrongOrder(text(backward.second(), tokens), text(backward.first(), tokens)));
        }
        var pair = forward == null || backward != null && !near.ordered() && backward.between() < forward.between()
                ? backward
                : forward;
        return pair == null
                ? Fit.lacking(BOTH_SIDES, new Lack.Overlap(Appraiser.text(left, tokens)))
                : tooFar(near, pair, tokens);
    }

    private static Fit tooFar(Expr.Near near, Pair pair, Tokens tokens) {
        var share = BOTH_SIDES + (1 - BOTH_SIDES) * near.gap() / (pair.between() + 1.0);
        var lack = new Lack.TooFar(text(pair.first(), tokens), text(pair.second(), tokens), pair.between(), near.gap());
        return Fit.lacking(share, lack);
    }

    private static @Nullable Pair closest(List<Run> before, List<Run> behind) {
        Pair best = null;
        for (var a : before.subList(0, Math.min(LOOKED_AT, before.size()))) {
            for (var b : behind.subList(0, Math.min(LOOKED_AT, behind.size()))) {
                var pair = new Pair(a, b);
                if (pair.between() >= 0 && (best == null || pair.between() < best.between())) {
                    best = pair;
                }
            }
        }
        return best;
    }

    private static String text(Run run, Tokens tokens) {
        return tokens.text.substring(tokens.start[run.from()], tokens.end[run.to()]);
    }
}
