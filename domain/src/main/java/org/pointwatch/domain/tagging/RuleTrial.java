// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.List;
import org.pointwatch.domain.dossier.Rule;
import org.pointwatch.domain.tagging.Explanation.Match;
import org.pointwatch.domain.tagging.Explanation.NearMiss;

/** One rule asked of stretch after stretch: where it matched, and else which stretch came nearest. */
final class RuleTrial {
    record Asked(String target, Rule rule, RulePart part) {}

    private static final int FOUND_SHOWN = 20;

    private final Asked asked;
    private final boolean paragraphs;
    private final List<Match> matches = new ArrayList<>();
    private Fit nearest = Fit.NOTHING;
    private Sentence where = new Sentence(0, 0, false, "");
    private List<Explanation.Stretch> found = List.of();

    RuleTrial(Asked asked) {
        this.asked = asked;
        paragraphs = Exprs.asksForParagraph(asked.part().expr());
    }

    boolean isOfParagraphs() {
        return paragraphs;
    }

    void ask(Scope scope) {
        if (asked.part().isStrangeTo(scope)) {
            return;
        }
        var spans = Appraiser.matches(asked.part().query(), scope);
        if (!spans.isEmpty()) {
            matches.add(match(scope.tokens, spans));
        } else if (matches.isEmpty()) {
            appraise(scope);
        }
    }

    /** Cut as the tagger cuts its evidence. */
    private static Match match(Tokens tokens, Spans spans) {
        var sentence = tokens.sentenceOf(spans.from(0));
        var last = Math.min(spans.to(0), tokens.sentenceFrom[sentence + 1] - 1);
        return new Match(tokens.start[spans.from(0)], tokens.end[last], tokens.sentence(sentence));
    }

    private void appraise(Scope scope) {
        var fit = Appraiser.fit(asked.part(), scope);
        if (fit.share() > nearest.share()) {
            var tokens = scope.tokens;
            nearest = fit;
            where = Explainer.sentence(tokens, tokens.sentenceOf(scope.first), tokens.sentenceOf(scope.limit - 1) + 1);
            found = fit.found().stream()
                    .distinct()
                    .limit(FOUND_SHOWN)
                    .map(run -> Explainer.stretch(tokens, run.from(), run.to()))
                    .toList();
        }
    }

    Explanation.RuleVerdict verdict() {
        var near = matches.isEmpty() && nearest.share() > 0
                ? new NearMiss(where, nearest.share(), found, nearest.lacks())
                : null;
        return new Explanation.RuleVerdict(
                asked.target(), asked.rule().id(), asked.rule().text(), List.copyOf(matches), near);
    }
}
