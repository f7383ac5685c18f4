// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From a rule as written to a query over the vocabulary. */
final class QueryCompiler {
    private final Vocabulary vocabulary;
    private final Map<String, List<List<Expr.Word>>> references;

    /** @param references the names behind each {@code @id} */
    QueryCompiler(Vocabulary vocabulary, Map<String, List<List<Expr.Word>>> references) {
        this.vocabulary = vocabulary;
        this.references = references;
    }

    Expr parse(String rule) {
        return RuleParser.parse(rule, references::containsKey);
    }

    Query compile(String rule) {
        return compile(parse(rule));
    }

    Query compile(Expr expr) {
        if (expr instanceof Expr.Word word) {
            return new Query.Term(vocabulary.id(word));
        }
        if (expr instanceof Expr.Phrase phrase) {
            return new Query.Phrase(vocabulary.ids(phrase.words()));
        }
        if (expr instanceof Expr.Number number) {
            return new Query.Term(vocabulary.id(number));
        }
        return expr instanceof Expr.And and ? all(and) : nested(expr);
    }

    private Query all(Expr.And and) {
        var parts = new ArrayList<Query>();
        var forbidden = new ArrayList<Query>();
        for (var part : and.parts()) {
            if (part instanceof Expr.Not not) {
                forbidden.add(compile(not.part()));
            } else {
                parts.add(compile(part));
            }
        }
        return new Query.All(List.copyOf(parts), List.copyOf(forbidden));
    }

    private Query nested(Expr expr) {
        if (expr instanceof Expr.Or or) {
            return new Query.Any(or.parts().stream().map(this::compile).toList());
        }
        if (expr instanceof Expr.Near near) {
            return new Query.Near(compile(near.left()), compile(near.right()), near.gap(), near.ordered());
        }
        if (expr instanceof Expr.InSentence in) {
            return new Query.InSentence(compile(in.part()), vocabulary);
        }
        if (expr instanceof Expr.InTitle in) {
            return new Query.InTitle(compile(in.part()));
        }
        if (expr instanceof Expr.AtLeast times) {
            return new Query.AtLeast(compile(times.part()), times.times());
        }
        return reference((Expr.Reference) expr);
    }

    private Query reference(Expr.Reference reference) {
        var names = references.getOrDefault(reference.id(), List.of());
        return new Query.Any(
                names.stream().<Query>map(n -> compile(new Expr.Phrase(n))).toList());
    }
}
