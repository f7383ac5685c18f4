// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.PointNumbers.Plan;

/** Which plan versions one article speaks of, and where. No sentence is asked twice, however many references it has. */
final class Citations {
    private final List<Plan> plans;
    private final Tokens tokens;
    private final Scope scope;
    private int askedUpTo = -1;
    private List<Plan> last = List.of();
    private @Nullable List<Plan> anywhere;

    Citations(List<Plan> plans, Tokens tokens, Scope scope) {
        this.plans = plans;
        this.tokens = tokens;
        this.scope = scope;
    }

    /**
     * Those cited in a sentence, else those cited last before it in its paragraph, else those cited anywhere.
     *
     * @param sentence none before the one asked last
     */
    List<Plan> of(int sentence) {
        var next = sentence;
        while (next > askedUpTo + 1 && !tokens.opensParagraph(next)) {
            next--;
        }
        for (next = Math.max(next, askedUpTo + 1); next <= sentence; next++) {
            var cited = cited(tokens.sentenceFrom[next], tokens.sentenceFrom[next + 1]);
            last = cited.isEmpty() && !tokens.opensParagraph(next) ? last : cited;
        }
        askedUpTo = sentence;
        return last.isEmpty() ? anywhere() : last;
    }

    private List<Plan> anywhere() {
        var known = anywhere;
        if (known == null) {
            known = cited(0, tokens.count);
            anywhere = known;
        }
        return known;
    }

    private List<Plan> cited(int from, int to) {
        scope.over(tokens, from, to);
        var cited = new ArrayList<Plan>();
        var spans = scope.borrow();
        for (var plan : plans) {
            spans.clear();
            for (var rule : plan.cited()) {
                if (spans.isEmpty() && rule.possible(scope)) {
                    rule.find(scope, spans);
                }
            }
            if (!spans.isEmpty()) {
                cited.add(plan);
            }
        }
        scope.giveBack(spans);
        return cited;
    }
}
