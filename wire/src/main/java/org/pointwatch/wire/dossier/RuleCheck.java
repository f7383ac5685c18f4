// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.pointwatch.domain.tagging.RuleSyntaxException;
import org.pointwatch.domain.tagging.Tagger;

/** Reads every rule: its syntax, and that what it refers to is there. */
final class RuleCheck {
    private static final String GRAMMAR = "see the grammar in docs/dossier.md";

    private final DossierDraft draft;
    private final Problems problems;
    private final Set<String> known = new HashSet<>();
    private final Set<Entry> unsound = Collections.newSetFromMap(new IdentityHashMap<>());

    private boolean compilable;

    RuleCheck(DossierDraft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
        draft.actors().all().forEach(a -> {
            known.add(a.id().value());
            a.groups().forEach(g -> known.add(g.value()));
        });
        draft.points().all().forEach(p -> known.add("#" + p.id().value()));
    }

    RuleCheck run() {
        draft.rules()
                .forEach(r -> r.forEach((language, rule) -> {
                    if (!isReadable(language, rule)) {
                        unsound.add(rule);
                    }
                }));
        draft.points().read().flatMap(p -> p.figures().values().stream()).forEach(this::figure);
        var rounds = new PointRounds(draft.points(), problems);
        unsound.addAll(rounds.run());
        compilable = new Expansion(problems).check(draft, rounds.order());
        return this;
    }

    /** Whether the sound rules can be tried. */
    boolean isCompilable() {
        return compilable;
    }

    boolean isSound(Entry rule) {
        return !unsound.contains(rule);
    }

    /** Whether it finds less than it should because of an unsound rule, itself or another. */
    boolean makesUnsure(Entry rule) {
        return !isSound(rule)
                || !unsound.isEmpty() && !RuleText.points(rule.value()).isEmpty();
    }

    private boolean isReadable(String language, Entry rule) {
        try {
            Tagger.check(rule.value(), language, known);
            return true;
        } catch (RuleSyntaxException e) {
            var missing = e.expected().startsWith("the id of");
            if (!problems.isFull() && (problems.isComplete() || !missing)) {
                var at = rule.place().source().of(rule.node(), e.offset());
                problems.add(at, rule.path(), "rule: " + e.getMessage(), GRAMMAR);
            }
            return false;
        }
    }

    private void figure(FigureDraft figure) {
        if (figure.rules().isEmpty()) {
            figure.name().missing(problems, "no rule", "add 'rules:' with number(...) under a language");
        }
        figure.rules().forEach((language, rule) -> {
            if (isSound(rule) && !Tagger.asksForNumber(rule.value(), language, known)) {
                rule.problem(problems, "no number(...) in the rule of a figure", "write which numbers to watch");
            }
        });
    }
}
