// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

import java.util.List;
import java.util.Map;

/**
 * One subject of the plan, under an id that outlives every renumbering.
 *
 * @param numbers plan version to the number or numbers it has there; no key where it does not occur
 * @param examples sentences that must match
 * @param counterexamples sentences that must not
 * @param stance words that tell its content from the opposite
 */
public record PlanPoint(
        String id,
        String title,
        Map<String, List<Integer>> numbers,
        List<Rule> rules,
        List<WatchedFigure> figures,
        List<Example> examples,
        List<Example> counterexamples,
        StanceCues stance) {
    public PlanPoint {
        numbers = Map.copyOf(numbers);
        rules = List.copyOf(rules);
        figures = List.copyOf(figures);
        examples = List.copyOf(examples);
        counterexamples = List.copyOf(counterexamples);
    }

    public PlanPoint(
            String id,
            String title,
            Map<String, List<Integer>> numbers,
            List<Rule> rules,
            List<WatchedFigure> figures,
            List<Example> examples,
            List<Example> counterexamples) {
        this(id, title, numbers, rules, figures, examples, counterexamples, StanceCues.NONE);
    }
}
