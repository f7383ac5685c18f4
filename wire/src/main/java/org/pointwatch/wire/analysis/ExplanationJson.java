// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Explanation;
import org.pointwatch.domain.tagging.Explanation.Match;
import org.pointwatch.domain.tagging.Explanation.NameVerdict;
import org.pointwatch.domain.tagging.Explanation.NearMiss;
import org.pointwatch.domain.tagging.Explanation.RuleVerdict;
import org.pointwatch.domain.tagging.Lack;

/** An explanation as one object: every rule, whether it matched or not. */
public final class ExplanationJson {
    private ExplanationJson() {}

    /** @param point to tell of this one only, null for all */
    public static Map<String, @Nullable Object> of(Explanation explanation, @Nullable String point) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("language", explanation.language());
        var gate = new LinkedHashMap<String, Object>();
        gate.put(
                "opening",
                explanation.gate().opening().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        gate.put("rules", rules(explanation.gate().rules(), null));
        json.put("gate", gate);
        json.put("furniture", explanation.furniture());
        json.put("rules", rules(explanation.rules(), point));
        json.put("numbers", numbers(explanation, point));
        json.put(
                "names", explanation.names().stream().map(ExplanationJson::name).toList());
        return json;
    }

    private static List<Map<String, @Nullable Object>> rules(List<RuleVerdict> rules, @Nullable String point) {
        return rules.stream()
                .filter(r -> point == null || r.target().equals(point))
                .map(ExplanationJson::rule)
                .toList();
    }

    private static Map<String, @Nullable Object> rule(RuleVerdict rule) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("point", rule.target());
        json.put("rule", rule.rule());
        json.put("text", rule.text());
        json.put("matched", rule.matched());
        json.put("matches", rule.matches().stream().map(ExplanationJson::match).toList());
        json.put("nearest", rule.nearest() == null ? null : nearest(rule.nearest()));
        return json;
    }

    private static Map<String, Object> nearest(NearMiss miss) {
        var json = new LinkedHashMap<String, Object>();
        json.put("sentence", miss.sentence().text());
        json.put("share", miss.share());
        json.put("found", miss.found());
        json.put("lacking", miss.lacks().stream().map(Lack::toString).toList());
        return json;
    }

    private static Map<String, Object> match(Match match) {
        var json = new LinkedHashMap<String, Object>();
        json.put("start", match.start());
        json.put("end", match.end());
        json.put("sentence", match.sentence().text());
        return json;
    }

    private static List<Map<String, Object>> numbers(Explanation explanation, @Nullable String point) {
        return explanation.citations().stream()
                .filter(c -> point == null || c.point().equals(point))
                .map(c -> {
                    var json = new LinkedHashMap<String, Object>();
                    json.put("point", c.point());
                    json.put("rule", c.rule());
                    json.putAll(match(c.match()));
                    return (Map<String, Object>) json;
                })
                .toList();
    }

    private static Map<String, Object> name(NameVerdict name) {
        var json = new LinkedHashMap<String, Object>();
        json.put("actor", name.actor());
        json.put("rule", name.rule());
        json.put("form", name.form());
        json.put("counts", name.counts());
        json.put("why", name.why());
        json.putAll(match(name.match()));
        return json;
    }
}
