// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.Rule;
import org.pointwatch.domain.tagging.Explanation.Citation;
import org.pointwatch.domain.tagging.Explanation.Match;
import org.pointwatch.domain.tagging.Explanation.Opening;
import org.pointwatch.domain.tagging.Explanation.Stretch;

/** The debug twin of the tagger in one language: asks every rule of every stretch, and each part of those that fail. */
final class Explainer {
    /** The parts are compiled when somebody first asks; then they are kept. */
    private record Asked(List<RuleTrial.Asked> gate, List<RuleTrial.Asked> points) {}

    private final Dossier dossier;
    private final Languages languages;
    private final QueryCompiler compiler;
    private final NameExplainer names;
    private @Nullable Asked asked;

    Explainer(Dossier dossier, Languages languages, QueryCompiler compiler, ActorFinder actors) {
        this.dossier = dossier;
        this.languages = languages;
        this.compiler = compiler;
        names = new NameExplainer(dossier.actors(), actors);
    }

    private synchronized Asked asked() {
        var rules = asked;
        if (rules == null) {
            var points = new ArrayList<RuleTrial.Asked>();
            dossier.points().forEach(p -> points.addAll(compiled(p.id(), p.rules())));
            rules = new Asked(compiled("gate", dossier.gate()), points);
            asked = rules;
        }
        return rules;
    }

    private List<RuleTrial.Asked> compiled(String target, List<Rule> rules) {
        return languages.rules(rules).stream()
                .map(r -> new RuleTrial.Asked(target, r, RulePart.of(compiler.parse(r.text()), compiler)))
                .toList();
    }

    /**
     * @param tokens with furniture marked
     * @param found by the tagger in the same text, no gate asked
     */
    Explanation explain(Tokens tokens, TagResult found, @Nullable LocalDate day, boolean gated, Scope scope) {
        var rules = asked();
        return new Explanation(
                languages.own(),
                gate(tokens, rules.gate(), gated, scope),
                furniture(tokens),
                points(tokens, rules.points(), scope),
                citations(found, rules.points()),
                names.explain(tokens, found, day));
    }

    private Explanation.Gate gate(Tokens tokens, List<RuleTrial.Asked> rules, boolean gated, Scope scope) {
        var trials = rules.stream().map(RuleTrial::new).toList();
        if (tokens.count > 0) {
            scope.over(tokens, 0, tokens.count);
            trials.forEach(t -> t.ask(scope));
        }
        var verdicts = trials.stream().map(RuleTrial::verdict).toList();
        return new Explanation.Gate(opening(verdicts, gated), verdicts);
    }

    private Opening opening(List<Explanation.RuleVerdict> rules, boolean gated) {
        if (!gated) {
            return Opening.NOT_ASKED;
        }
        if (rules.isEmpty()) {
            return dossier.gate().isEmpty() ? Opening.ALWAYS_OPEN : Opening.NO_RULE;
        }
        return rules.stream().anyMatch(Explanation.RuleVerdict::matched) ? Opening.OPEN : Opening.CLOSED;
    }

    private static List<Explanation.RuleVerdict> points(Tokens tokens, List<RuleTrial.Asked> rules, Scope scope) {
        var trials = rules.stream().map(RuleTrial::new).toList();
        for (int s = 0; s < tokens.sentenceCount; ) {
            var end = tokens.paragraphEnd(s);
            ask(trials, true, scope.over(tokens, tokens.sentenceFrom[s], tokens.sentenceFrom[end]));
            for (; s < end; s++) {
                ask(trials, false, scope.over(tokens, tokens.sentenceFrom[s], tokens.sentenceFrom[s + 1]));
            }
        }
        return trials.stream().map(RuleTrial::verdict).toList();
    }

    private static void ask(List<RuleTrial> trials, boolean paragraph, Scope scope) {
        for (var trial : trials) {
            if (trial.isOfParagraphs() == paragraph) {
                trial.ask(scope);
            }
        }
    }

    private static List<Stretch> furniture(Tokens tokens) {
        var stretches = new ArrayList<Stretch>();
        for (int t = 0; t < tokens.count; t++) {
            if (tokens.is(t, Tokens.FURNITURE)) {
                var from = t;
                while (t + 1 < tokens.count && tokens.is(t + 1, Tokens.FURNITURE)) {
                    t++;
                }
                stretches.add(stretch(tokens, from, t));
            }
        }
        return stretches;
    }

    /** Points that were found without a rule of theirs. */
    private static List<Citation> citations(TagResult found, List<RuleTrial.Asked> rules) {
        Set<String> ids = rules.stream().map(r -> r.rule().id()).collect(Collectors.toSet());
        var citations = new ArrayList<Citation>();
        for (var mention : found.points()) {
            for (var e : mention.evidence()) {
                if (!ids.contains(e.rule())) {
                    var sentence = found.sentences().get(e.sentence());
                    citations.add(new Citation(mention.point(), e.rule(), new Match(e.start(), e.end(), sentence)));
                }
            }
        }
        return citations;
    }

    static Stretch stretch(Tokens tokens, int from, int to) {
        var start = tokens.start[from];
        var end = tokens.end[to];
        return new Stretch(start, end, tokens.text.substring(start, end));
    }

    /** Several sentences as one. */
    static Sentence sentence(Tokens tokens, int from, int behind) {
        var first = tokens.sentence(from);
        if (behind == from + 1) {
            return first;
        }
        var end = tokens.sentence(behind - 1).end();
        return new Sentence(first.start(), end, first.title(), tokens.text.substring(first.start(), end));
    }
}
