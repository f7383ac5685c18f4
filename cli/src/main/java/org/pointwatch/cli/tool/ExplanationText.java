// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Explanation;
import org.pointwatch.domain.tagging.Explanation.NameVerdict;
import org.pointwatch.domain.tagging.Explanation.NearMiss;
import org.pointwatch.domain.tagging.Explanation.RuleVerdict;
import org.pointwatch.domain.tagging.Lack;

/** An explanation for people: the gate, what matched, what came nearest, names. */
final class ExplanationText {
    private static final int NEAREST_OF_A_POINT = 2;
    private static final int NEAREST_OF_THE_GATE = 3;

    /** Below it a miss is a coincidence of common words, shown only on demand. */
    private static final double NEAR = 0.6;

    private final Explanation explanation;
    private final List<RuleVerdict> rules;
    private final boolean everything;
    private final List<String> page = new ArrayList<>();
    private int left;

    /** @param all whether to print every miss, not the best ones only */
    private ExplanationText(Explanation explanation, @Nullable String point, boolean all) {
        this.explanation = explanation;
        everything = all;
        rules = explanation.rules().stream()
                .filter(r -> point == null || r.target().equals(point))
                .toList();
        gate(all && point == null);
        explanation.furniture().forEach(f -> page.add("left out as furniture: \"" + Marked.line(f.text()) + "\""));
        matched(point);
        misses(point != null || all);
        if (point == null) {
            names();
        }
    }

    static List<String> of(Explanation explanation, @Nullable String point, boolean all) {
        return new ExplanationText(explanation, point, all).page;
    }

    private void gate(boolean misses) {
        page.add("Gate: "
                + switch (explanation.gate().opening()) {
                    case OPEN -> "open";
                    case CLOSED -> "closed: nothing is reported from this text";
                    case ALWAYS_OPEN -> "open, the dossier has none";
                    case NO_RULE -> "closed: the dossier has no gate rule in this language";
                    case NOT_ASKED -> "not asked";
                    case UNKNOWN_LANGUAGE -> "closed: the dossier does not know the language " + explanation.language();
                });
        var closed = explanation.gate().opening() == Explanation.Opening.CLOSED;
        for (var rule : explanation.gate().rules()) {
            if (rule.matched()) {
                match(rule);
            }
        }
        if (closed || misses) {
            sorted(explanation.gate().rules())
                    .limit(misses ? Long.MAX_VALUE : NEAREST_OF_THE_GATE)
                    .forEach(this::miss);
        }
    }

    private void matched(@Nullable String point) {
        page.add("");
        page.add("Matched:");
        var before = page.size();
        rules.stream().filter(RuleVerdict::matched).forEach(this::match);
        for (var citation : explanation.citations()) {
            if (point == null || citation.point().equals(point)) {
                page.add("  + " + citation.rule() + "  (the number of a point)");
                page.add("      " + Marked.of(citation.match()));
            }
        }
        if (page.size() == before) {
            page.add("  no rule");
        }
    }

    private void match(RuleVerdict rule) {
        page.add("  + " + rule.rule());
        rule.matches().forEach(m -> page.add("      " + Marked.of(m)));
    }

    private void misses(boolean far) {
        page.add("");
        page.add("Nearest misses:");
        var before = page.size();
        byPoint().values().stream()
                .sorted(Comparator.comparingDouble(list -> -share(list)))
                .forEach(list -> misses(list, far));
        if (page.size() == before) {
            page.add("  none");
        }
        if (left > 0) {
            page.add("  (" + left + " more rules did not match; --all shows them)");
        }
    }

    private void misses(List<RuleVerdict> ofPoint, boolean far) {
        var hit = ofPoint.stream().anyMatch(RuleVerdict::matched);
        var missed = sorted(ofPoint).toList();
        var shown = missed.stream()
                .filter(r -> everything || !hit && (far || near(r)))
                .limit(everything ? Long.MAX_VALUE : NEAREST_OF_A_POINT)
                .toList();
        shown.forEach(this::miss);
        left += missed.size() - shown.size();
    }

    private static boolean near(RuleVerdict rule) {
        var nearest = rule.nearest();
        return nearest != null && nearest.share() >= NEAR;
    }

    private Map<String, List<RuleVerdict>> byPoint() {
        return rules.stream()
                .collect(Collectors.groupingBy(RuleVerdict::target, LinkedHashMap::new, Collectors.toList()));
    }

    private static double share(List<RuleVerdict> rules) {
        return rules.stream().mapToDouble(ExplanationText::share).max().orElse(0);
    }

    private static double share(RuleVerdict rule) {
        return rule.nearest() == null ? 0 : rule.nearest().share();
    }

    /** Those that did not match, best first. */
    static Stream<RuleVerdict> sorted(List<RuleVerdict> rules) {
        return rules.stream().filter(r -> !r.matched()).sorted(Comparator.comparingDouble(r -> -share(r)));
    }

    private void miss(RuleVerdict rule) {
        var nearest = rule.nearest();
        if (nearest == null) {
            page.add("  - " + rule.rule() + "  nothing of it occurs");
            return;
        }
        page.add("  - " + rule.rule() + "  " + percent(nearest) + " of it in");
        page.add("      " + Marked.of(nearest));
        nearest.lacks().forEach(lack -> page.add("      lacking: " + lack));
    }

    static String percent(NearMiss miss) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * miss.share());
    }

    /** All that is lacking, in one line. */
    static String lacks(NearMiss miss) {
        return miss.lacks().stream().map(Lack::toString).collect(Collectors.joining("; "));
    }

    private void names() {
        page.add("");
        page.add("Names:");
        explanation.names().forEach(n -> page.add(name(n)));
        if (explanation.names().isEmpty()) {
            page.add("  none");
        }
    }

    private static String name(NameVerdict name) {
        return "  %s %s  (%s) %s: %s"
                .formatted(name.counts() ? '+' : '-', name.rule(), name.form(), Marked.of(name.match()), name.why());
    }
}
