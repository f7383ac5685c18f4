// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.tagging.Tagger;

/** Tries the sentences that a dossier brings along: its examples must match, its counterexamples must not. */
final class ExampleTrial {
    private final Tagger tagger;
    private final DossierDraft draft;
    private final Set<String> unsure;
    private final Problems problems;

    /** @param dossier with the sound rules only */
    ExampleTrial(Dossier dossier, DossierDraft draft, RuleCheck rules, Problems problems) {
        this.tagger = Tagger.of(dossier).withoutGate();
        this.draft = draft;
        this.problems = problems;
        this.unsure = unsure(draft, rules);
    }

    /** Points of which a rule could not be tried, or refers to others of which that may be true. */
    private static Set<String> unsure(DossierDraft draft, RuleCheck rules) {
        return draft.points().all().stream()
                .filter(p -> p.ownRules().entries().stream().anyMatch(rules::makesUnsure))
                .map(p -> p.id().value())
                .collect(Collectors.toSet());
    }

    void run() {
        for (var point : draft.points().all()) {
            var id = point.id().value();
            if (problems.isComplete() && !unsure.contains(id)) {
                point.examples().forEach((language, examples) -> tryAll(examples, language, id, true));
            }
            point.counterexamples().forEach((language, examples) -> tryAll(examples, language, id, false));
        }
    }

    private void tryAll(List<Entry> sentences, String language, String point, boolean wanted) {
        for (var sentence : sentences) {
            var match = tagger.tag("", sentence.value(), language).points().stream()
                    .filter(m -> m.point().equals(point))
                    .findFirst();
            if (match.isPresent() != wanted) {
                var problem = wanted
                        ? "no rule of " + point + " matches this example"
                        : "matches " + match.orElseThrow().evidence().get(0).rule();
                var mend = wanted ? "widen a rule or drop the example" : "narrow the rule or drop the counterexample";
                sentence.problem(problems, problem, mend);
            }
        }
    }
}
