// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pointwatch.domain.alert.Draft.News;
import org.pointwatch.domain.dossier.AlertKind;
import org.pointwatch.domain.dossier.AlertRule;
import org.pointwatch.domain.figure.Figure;

/**
 * The values that the first article names for a point and a unit are what is known; each later value that is none of them
 * contests them, once.
 */
final class FigureRules {
    private static final int MOST_VALUES = 200;
    private static final int SHOWN = 5;

    private final Draft draft;

    FigureRules(Draft draft) {
        this.draft = draft;
    }

    void counted(Fact.Counted fact) {
        var byUnit = fact.figures().stream()
                .collect(Collectors.groupingBy(Figure::unit, LinkedHashMap::new, Collectors.toList()));
        byUnit.forEach((unit, figures) -> {
            var known = draft.figures.get(unit);
            var values = new ArrayList<>(known == null ? List.<Double>of() : known);
            for (var figure : figures) {
                if (values.stream().anyMatch(value -> same(value, figure.value()))) {
                    continue;
                }
                if (known != null) {
                    contested(unit, figure, List.copyOf(values), fact.source());
                }
                values.add(figure.value());
            }
            draft.figures.put(
                    unit, List.copyOf(values.subList(Math.max(0, values.size() - MOST_VALUES), values.size())));
        });
    }

    private boolean same(double known, double value) {
        var tolerance = draft.rules
                .of(AlertKind.CONTESTED_FIGURE, draft.target)
                .map(AlertRule::threshold)
                .orElse(0.0);
        return Math.abs(known - value) <= tolerance * Math.max(Math.abs(known), Math.abs(value));
    }

    private void contested(String unit, Figure figure, List<Double> known, Source source) {
        var last = draft.told.get(Draft.key(AlertKind.CONTESTED_FIGURE, unit));
        var by = figure.speaker() == null ? "" : " (" + figure.speaker() + " says so)";
        var shown = known.subList(Math.max(0, known.size() - SHOWN), known.size());
        var amounts = Amounts.of(unit, Stream.concat(Stream.of(figure.value()), shown.stream()));
        var others = shown.stream().map(amounts::alone).collect(Collectors.joining(", "));
        var why = amounts.whole(figure.value()) + by + ", where " + others + " " + (known.size() == 1 ? "was" : "were")
                + " known";
        var fact = unit + "|" + Say.number(figure.value());
        var id = draft.tell(News.of(AlertKind.CONTESTED_FIGURE, fact, source, why, last == null ? null : last.alert()));
        if (id != null) {
            draft.settle(AlertKind.CONTESTED_FIGURE, unit, Objects.requireNonNull(id), source.story());
        }
    }
}
