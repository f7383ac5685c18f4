// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.Set;
import java.util.TreeSet;

/** The terms of which at least one must occur before a query can match at all. */
record Trigger(Set<Integer> terms, int cost) {
    /** Short words are common words. */
    private static final int[] COST_BY_LENGTH = {40, 40, 30, 12, 5, 3};

    static Trigger of(Query query, Vocabulary vocabulary) {
        if (query instanceof Query.Term term) {
            return new Trigger(Set.of(term.id()), cost(vocabulary.term(term.id())));
        }
        if (query instanceof Query.Phrase phrase) {
            return ofPhrase(phrase, vocabulary);
        }
        if (query instanceof Query.Any any) {
            return ofAny(any, vocabulary);
        }
        if (query instanceof Query.All all) {
            return all.parts().stream()
                    .map(p -> of(p, vocabulary))
                    .reduce(Trigger::rarer)
                    .orElseThrow();
        }
        if (query instanceof Query.Near near) {
            return rarer(of(near.left(), vocabulary), of(near.right(), vocabulary));
        }
        return of(inner(query), vocabulary);
    }

    private static Query inner(Query query) {
        if (query instanceof Query.InSentence in) {
            return in.part();
        }
        return query instanceof Query.InTitle in ? in.part() : ((Query.AtLeast) query).part();
    }

    private static Trigger ofPhrase(Query.Phrase phrase, Vocabulary vocabulary) {
        var best = new Trigger(Set.of(), Integer.MAX_VALUE);
        for (var id : phrase.ids()) {
            best = rarer(best, new Trigger(Set.of(id), cost(vocabulary.term(id))));
        }
        return best;
    }

    private static Trigger ofAny(Query.Any any, Vocabulary vocabulary) {
        var terms = new TreeSet<Integer>();
        var cost = 0;
        for (var part : any.parts()) {
            var trigger = of(part, vocabulary);
            terms.addAll(trigger.terms());
            cost += trigger.cost();
        }
        return new Trigger(terms, cost);
    }

    private static Trigger rarer(Trigger a, Trigger b) {
        return a.cost <= b.cost ? a : b;
    }

    private static int cost(Expr term) {
        if (term instanceof Expr.Word word) {
            return COST_BY_LENGTH[Math.min(word.text().length(), COST_BY_LENGTH.length - 1)];
        }
        return 2;
    }
}
