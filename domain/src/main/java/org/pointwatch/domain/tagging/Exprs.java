// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;

/** Questions about rules as they are written. */
final class Exprs {
    private Exprs() {}

    static List<Expr> parts(Expr expr) {
        if (expr instanceof Expr.And and) {
            return and.parts();
        }
        if (expr instanceof Expr.Or or) {
            return or.parts();
        }
        if (expr instanceof Expr.Near near) {
            return List.of(near.left(), near.right());
        }
        if (expr instanceof Expr.Not not) {
            return List.of(not.part());
        }
        if (expr instanceof Expr.InSentence in) {
            return List.of(in.part());
        }
        if (expr instanceof Expr.InParagraph in) {
            return List.of(in.part());
        }
        if (expr instanceof Expr.InTitle in) {
            return List.of(in.part());
        }
        return expr instanceof Expr.AtLeast times ? List.of(times.part()) : List.of();
    }

    static boolean asksForParagraph(Expr expr) {
        return expr instanceof Expr.InParagraph || parts(expr).stream().anyMatch(Exprs::asksForParagraph);
    }

    static boolean asksForStem(Expr expr) {
        return expr instanceof Expr.Word word && word.match() == Expr.Match.STEM
                || expr instanceof Expr.Phrase phrase && phrase.words().stream().anyMatch(Exprs::asksForStem)
                || parts(expr).stream().anyMatch(Exprs::asksForStem);
    }

    static boolean asksForNumber(Expr expr) {
        return expr instanceof Expr.Number || parts(expr).stream().anyMatch(Exprs::asksForNumber);
    }
}
