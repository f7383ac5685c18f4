// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A rule or a part of one, as written and as a query of its own, so that each part can be asked.
 *
 * @param terms of it and of all its parts, those that are forbidden left out
 * @param text as written
 */
record RulePart(Expr expr, Query query, List<RulePart> parts, int[] terms, String text) {
    /** Of a rule that the compiler has compiled before, and so with no words that are new to it. */
    static RulePart of(Expr expr, QueryCompiler compiler) {
        if (expr instanceof Expr.Not not) {
            return new RulePart(expr, compiler.compile(not.part()), List.of(), new int[0], ExprText.of(expr));
        }
        var parts = Exprs.parts(expr).stream().map(part -> of(part, compiler)).toList();
        var query = compiler.compile(expr);
        return new RulePart(expr, query, parts, terms(query).distinct().toArray(), ExprText.of(expr));
    }

    private static IntStream terms(Query query) {
        if (query instanceof Query.Term term) {
            return IntStream.of(term.id());
        }
        if (query instanceof Query.Phrase phrase) {
            return IntStream.of(phrase.ids());
        }
        if (query instanceof Query.Any any) {
            return IntStream.concat(IntStream.of(any.terms()), terms(any.parts()));
        }
        if (query instanceof Query.All all) {
            return terms(all.parts());
        }
        return query instanceof Query.Near near ? terms(List.of(near.left(), near.right())) : terms(inner(query));
    }

    private static IntStream terms(List<Query> queries) {
        return queries.stream().flatMapToInt(RulePart::terms);
    }

    private static Query inner(Query query) {
        if (query instanceof Query.InSentence in) {
            return in.part();
        }
        if (query instanceof Query.InParagraph in) {
            return in.part();
        }
        return query instanceof Query.InTitle in ? in.part() : ((Query.AtLeast) query).part();
    }

    /** Whether nothing of it is there. */
    boolean isStrangeTo(Scope scope) {
        for (var term : terms) {
            if (scope.has(term)) {
                return false;
            }
        }
        return true;
    }

    boolean isLeaf() {
        return parts.isEmpty();
    }

    RulePart only() {
        return parts.get(0);
    }
}
