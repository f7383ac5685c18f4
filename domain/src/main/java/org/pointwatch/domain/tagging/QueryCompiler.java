// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From a rule as written to a query over the vocabulary. */
final class QueryCompiler {
    private final Vocabulary vocabulary;
    private final RuleReferences references;
    private final Phrases phrases;
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, Query> pointRules = new HashMap<>();

    QueryCompiler(Vocabulary vocabulary, RuleReferences references, Phrases phrases) {
        this.vocabulary = vocabulary;
        this.references = references;
        this.phrases = phrases;
    }

    Phrases phrases() {
        return phrases;
    }

    Expr parse(String rule) {
        return RuleParser.parse(rule, phrases, references::knows);
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
            return any(or.parts().stream().map(this::compile).toList());
        }
        if (expr instanceof Expr.Near near) {
            return new Query.Near(compile(near.left()), compile(near.right()), near.gap(), near.ordered());
        }
        if (expr instanceof Expr.InSentence in) {
            var part = compile(in.part());
            return new Query.InSentence(part, Trigger.of(part, vocabulary));
        }
        if (expr instanceof Expr.InParagraph in) {
            var part = compile(in.part());
            return new Query.InParagraph(part, Trigger.of(part, vocabulary));
        }
        if (expr instanceof Expr.InTitle in) {
            return new Query.InTitle(compile(in.part()));
        }
        if (expr instanceof Expr.AtLeast times) {
            return new Query.AtLeast(compile(times.part()), times.times());
        }
        if (expr instanceof Expr.PointReference point) {
            return rulesOf(point);
        }
        return any(references.names(((Expr.Reference) expr).id()).stream()
                .<Query>map(n -> compile(n.size() == 1 ? n.get(0) : new Expr.Phrase(n)))
                .toList());
    }

    private static Query any(List<Query> parts) {
        var terms = parts.stream()
                .filter(Query.Term.class::isInstance)
                .mapToInt(p -> ((Query.Term) p).id())
                .distinct()
                .toArray();
        var others = parts.stream().filter(p -> !(p instanceof Query.Term)).toList();
        return new Query.Any(terms, others);
    }

    /** A point that refers to itself, perhaps by way of others, would never end. */
    private Query rulesOf(Expr.PointReference point) {
        if (open.contains(point.id())) {
            var chain = String.join(" -> ", open) + " -> " + point.id();
            throw new RuleSyntaxException(point.offset(), "a point that does not lead back to this one", chain);
        }
        var known = pointRules.get(point.id());
        if (known == null) {
            open.addLast(point.id());
            known = any(references.rules(point.id()).stream().map(this::compile).toList());
            open.removeLast();
            pointRules.put(point.id(), known);
        }
        return known;
    }
}
