// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.Example;
import org.pointwatch.domain.dossier.PlanPoint;
import org.pointwatch.domain.dossier.Rule;
import org.pointwatch.domain.tagging.Explanation;
import org.pointwatch.domain.tagging.Explanation.RuleVerdict;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.domain.tagging.Tagger;

import static org.assertj.core.api.Assertions.assertThat;

/** The shipped dossier explains on its own examples what it tags there. */
final class ShippedExplanationTest {
    private final Dossier dossier = Dossiers.load(null).dossier();
    private final Tagger tagger = Tagger.of(dossier).withoutGate();

    @Test
    void everyExampleIsExplainedAsItIsTagged() {
        assertThat(examples()).isNotEmpty().allSatisfy(e -> agrees(e.text(), e.language()));
    }

    @Test
    void examplesTogetherAreExplainedAsTheyAreTagged() {
        for (var language : dossier.languages()) {
            var text = examples()
                    .filter(e -> e.language().equals(language))
                    .map(Example::text)
                    .collect(Collectors.joining("\n"));
            agrees(text, language);
        }
    }

    private Stream<Example> examples() {
        return dossier.points().stream()
                .flatMap(p -> Stream.concat(p.examples().stream(), p.counterexamples().stream()));
    }

    private void agrees(String text, String language) {
        var explanation = tagger.explain("", text, language, null);
        var found = tagger.tag("", text, language);
        var tagged = tagged(found);
        var explained = explained(explanation);
        assertThat(explained).as(text).containsAll(tagged);
        assertThat(points(explanation)).as(text).isEqualTo(points(found));
        assertThat(names(explanation)).as(text).isEqualTo(names(found));
    }

    /** What rules found: points called by their number are told apart from them. */
    private Set<String> tagged(TagResult found) {
        var rules = new HashSet<String>();
        dossier.points().stream()
                .map(PlanPoint::rules)
                .flatMap(List::stream)
                .map(Rule::id)
                .forEach(rules::add);
        return found.points().stream()
                .flatMap(p -> p.evidence().stream())
                .filter(e -> rules.contains(e.rule()))
                .map(e -> e.rule() + " " + e.start() + " " + e.end())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> explained(Explanation explanation) {
        return explanation.rules().stream()
                .flatMap(r -> r.matches().stream().map(m -> r.rule() + " " + m.start() + " " + m.end()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> points(Explanation explanation) {
        var rules = explanation.rules().stream().filter(RuleVerdict::matched).map(RuleVerdict::target);
        var numbers = explanation.citations().stream().map(Explanation.Citation::point);
        return Stream.concat(rules, numbers).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> points(TagResult found) {
        return found.points().stream().map(p -> p.point()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Explanation explanation) {
        return explanation.names().stream()
                .filter(Explanation.NameVerdict::counts)
                .map(n -> n.rule() + " " + n.match().start())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(TagResult found) {
        return found.actors().stream()
                .flatMap(a -> a.evidence().stream())
                .map(e -> e.rule() + " " + e.start())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
