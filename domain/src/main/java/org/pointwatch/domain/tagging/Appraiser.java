// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.List;
import org.pointwatch.domain.tagging.Fit.Run;

/** Says of a rule and a stretch of text how much of the rule is there and what is lacking, part by part. */
final class Appraiser {
    private static final double HALF = 0.5;
    private static final double SIDES = 3;

    private Appraiser() {}

    static Fit fit(RulePart part, Scope scope) {
        var spans = matches(part.query(), scope);
        return spans.isEmpty() ? miss(part, scope) : Fit.of(spans);
    }

    static Spans matches(Query query, Scope scope) {
        var spans = new Spans();
        if (query.possible(scope)) {
            query.find(scope, spans);
        }
        return spans;
    }

    private static Fit miss(RulePart part, Scope scope) {
        var expr = part.expr();
        if (part.isLeaf()) {
            return WordLacks.miss(part, scope);
        }
        if (expr instanceof Expr.And) {
            return all(part, scope);
        }
        if (expr instanceof Expr.Or) {
            return any(part, scope);
        }
        if (expr instanceof Expr.Near near) {
            return near(near, fit(part.parts().get(0), scope), fit(part.parts().get(1), scope), scope.tokens);
        }
        if (expr instanceof Expr.InSentence || expr instanceof Expr.InParagraph) {
            return together(part, scope);
        }
        return expr instanceof Expr.AtLeast times ? atLeast(part, times, scope) : inTitle(part, scope);
    }

    /** What is forbidden counts as one part more, if it is there. */
    private static Fit all(RulePart part, Scope scope) {
        var lacks = new ArrayList<Lack>();
        var found = new ArrayList<Run>();
        var share = 0.0;
        var parts = 0;
        for (var p : part.parts()) {
            if (p.expr() instanceof Expr.Not) {
                var forbidden = matches(p.query(), scope);
                if (!forbidden.isEmpty()) {
                    parts++;
                    lacks.add(new Lack.Forbidden(text(Fit.of(forbidden), scope.tokens)));
                }
            } else {
                var fit = fit(p, scope);
                parts++;
                share += fit.share();
                lacks.addAll(fit.lacks());
                found.addAll(fit.found());
            }
        }
        return new Fit(share / parts, List.copyOf(lacks), List.copyOf(found));
    }

    /** The nearest alternative, unless they are words: then all of them are told. */
    private static Fit any(RulePart part, Scope scope) {
        var best = Fit.NOTHING;
        var bestIsWord = true;
        for (var p : part.parts()) {
            var fit = fit(p, scope);
            if (fit.share() > best.share()) {
                best = fit;
                bestIsWord = p.isLeaf();
            }
        }
        var spelling = !best.lacks().isEmpty() && best.lacks().get(0) instanceof Lack.Capitals;
        if (!bestIsWord || spelling) {
            return best;
        }
        var alternatives = part.parts().stream().map(RulePart::text).toList();
        return Fit.lacking(best.share(), new Lack.Absent(alternatives));
    }

    private static Fit near(Expr.Near near, Fit left, Fit right, Tokens tokens) {
        var found = new ArrayList<>(left.found());
        found.addAll(right.found());
        if (left.matches() && right.matches()) {
            return Pairs.nearest(near, left, right, tokens).with(found);
        }
        var lacks = new ArrayList<>(left.lacks());
        lacks.addAll(right.lacks());
        return new Fit((left.share() + right.share()) / SIDES, List.copyOf(lacks), List.copyOf(found));
    }

    private static Fit atLeast(RulePart part, Expr.AtLeast times, Scope scope) {
        var fit = fit(part.only(), scope);
        if (!fit.matches()) {
            return fit.withShare(fit.share() / times.times());
        }
        var spans = matches(part.only().query(), scope);
        spans.sort();
        var lack = new Lack.TooFew(part.only().text(), spans.size(), times.times());
        return Fit.lacking((double) spans.size() / times.times(), lack, fit.found());
    }

    private static Fit inTitle(RulePart part, Scope scope) {
        var fit = fit(part.only(), scope);
        return fit.matches()
                ? Fit.lacking(HALF, new Lack.NotInTitle(text(fit, scope.tokens)), fit.found())
                : fit.withShare(fit.share() * HALF);
    }

    private static Fit together(RulePart part, Scope scope) {
        var tokens = scope.tokens;
        var paragraph = part.expr() instanceof Expr.InParagraph;
        var last = tokens.sentenceOf(scope.limit - 1);
        var best = Fit.NOTHING;
        for (int s = tokens.sentenceOf(scope.first); s <= last; ) {
            var behind = paragraph ? tokens.paragraphEnd(s) : s + 1;
            var inner = scope.inner().over(tokens, tokens.sentenceFrom[s], tokens.sentenceFrom[behind]);
            if (s == tokens.sentenceOf(scope.first) && behind > last) {
                return fit(part.only(), inner);
            }
            var fit = part.isStrangeTo(inner) ? Fit.NOTHING : fit(part.only(), inner);
            if (fit.share() > best.share()) {
                var unit = paragraph ? "paragraph" : "sentence";
                var where = Explainer.sentence(tokens, s, behind);
                best = Fit.lacking(fit.share(), new Lack.NotTogether(unit, where, fit.lacks()), fit.found());
            }
            s = behind;
        }
        return best.matches() ? Fit.lacking(0, new Lack.Absent(List.of(part.text()))) : best;
    }

    static String text(Fit fit, Tokens tokens) {
        var run = fit.found().get(0);
        return tokens.text.substring(tokens.start[run.from()], tokens.end[run.to()]);
    }
}
