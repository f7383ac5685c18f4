// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The terms of which at least one must occur before a query can match at all. */
record Trigger(int[] terms, int cost) {
    /** Short words are common words. */
    private static final int[] COST_BY_LENGTH = {40, 40, 30, 12, 5, 3};

    /** Walks along the tokens that have one of the terms. */
    static final class Cursor {
        private final Scope scope;
        private final int[] occurrences;

        private Cursor(Scope scope, int[] terms) {
            this.scope = scope;
            occurrences = new int[terms.length];
            for (int i = 0; i < terms.length; i++) {
                occurrences[i] = scope.first(terms[i]);
            }
        }

        /** The next such token from here on, -1 if there is none; never asked to go back. */
        int next(int from) {
            var best = -1;
            for (int i = 0; i < occurrences.length; i++) {
                while (occurrences[i] >= 0 && scope.at(occurrences[i]) < from) {
                    occurrences[i] = scope.after(occurrences[i]);
                }
                if (occurrences[i] >= 0) {
                    var token = scope.at(occurrences[i]);
                    best = best < 0 ? token : Math.min(best, token);
                }
            }
            return best;
        }
    }

    Cursor over(Scope scope) {
        return new Cursor(scope, terms);
    }

    /** Each of these must have a term in the text, rarest first. */
    static List<Trigger> every(Query query, Vocabulary vocabulary) {
        var all = new ArrayList<Trigger>();
        collect(query, vocabulary, all);
        all.sort(Comparator.comparingInt(Trigger::cost));
        return all;
    }

    private static void collect(Query query, Vocabulary vocabulary, List<Trigger> out) {
        if (query instanceof Query.All all) {
            all.parts().forEach(p -> collect(p, vocabulary, out));
        } else if (query instanceof Query.Near near) {
            collect(near.left(), vocabulary, out);
            collect(near.right(), vocabulary, out);
        } else if (query instanceof Query.Term || query instanceof Query.Phrase || query instanceof Query.Any) {
            out.add(of(query, vocabulary));
        } else {
            collect(inner(query), vocabulary, out);
        }
    }

    static Trigger of(Query query, Vocabulary vocabulary) {
        if (query instanceof Query.Term term) {
            return of(term.id(), vocabulary);
        }
        if (query instanceof Query.Phrase phrase) {
            var best = of(phrase.ids()[0], vocabulary);
            for (var id : phrase.ids()) {
                best = rarer(best, of(id, vocabulary));
            }
            return best;
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
        if (query instanceof Query.InParagraph in) {
            return in.part();
        }
        return query instanceof Query.InTitle in ? in.part() : ((Query.AtLeast) query).part();
    }

    private static Trigger of(int term, Vocabulary vocabulary) {
        var cost = vocabulary.term(term) instanceof Expr.Word word
                ? COST_BY_LENGTH[Math.min(word.text().length(), COST_BY_LENGTH.length - 1)]
                : 2;
        return new Trigger(new int[] {term}, cost);
    }

    private static Trigger ofAny(Query.Any any, Vocabulary vocabulary) {
        var terms = new TreeSet<Integer>();
        var cost = 0;
        for (var term : any.terms()) {
            terms.add(term);
            cost += of(term, vocabulary).cost();
        }
        for (var part : any.parts()) {
            var trigger = of(part, vocabulary);
            for (var term : trigger.terms()) {
                terms.add(term);
            }
            cost += trigger.cost();
        }
        return new Trigger(terms.stream().mapToInt(t -> t).toArray(), cost);
    }

    private static Trigger rarer(Trigger a, Trigger b) {
        return a.cost <= b.cost ? a : b;
    }
}
