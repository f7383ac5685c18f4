// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import org.pointwatch.domain.dossier.Rule;

/** Whether an article is about the negotiation at all: rules over the whole of it. */
final class Gate {
    private final List<Query> rules;
    private final boolean alwaysOpen;

    /** @param alwaysOpen for a dossier without gates; a language without one, in a dossier that has some, stays closed */
    Gate(List<Rule> rules, boolean alwaysOpen, QueryCompiler compiler, Vocabulary vocabulary) {
        this.alwaysOpen = alwaysOpen;
        this.rules = rules.stream().map(r -> compiler.compile(r.text())).toList();
        for (var rule : this.rules) {
            for (var term : Trigger.of(rule, vocabulary).terms()) {
                vocabulary.mark(term, WordForm.GATE);
            }
        }
    }

    boolean opens(Tokens tokens, Scope scope) {
        if (alwaysOpen) {
            return true;
        }
        if (!isTriggered(tokens)) {
            return false;
        }
        scope.over(tokens, 0, tokens.count);
        var spans = scope.borrow();
        for (int i = 0; i < rules.size() && spans.isEmpty(); i++) {
            if (rules.get(i).possible(scope)) {
                rules.get(i).find(scope, spans);
            }
        }
        var open = !spans.isEmpty();
        scope.giveBack(spans);
        return open;
    }

    private static boolean isTriggered(Tokens tokens) {
        for (int t = 0; t < tokens.count; t++) {
            if (tokens.marked(t, WordForm.GATE) && !tokens.is(t, Tokens.FURNITURE)) {
                return true;
            }
        }
        return false;
    }
}
