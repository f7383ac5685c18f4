// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.figure.Figure;
import org.pointwatch.domain.reading.Reading;
import tools.jackson.databind.JsonNode;

/** {@code dossier score --figures}: a figure is found if point, value and unit are right; who says so is scored on its own. */
public final class FigureScoring extends SpanScoring<Figure> {
    private static final double SAME_VALUE = 0.005;

    public FigureScoring(Talk talk, Dossier dossier) {
        super(talk, dossier, "figures");
    }

    @Override
    Figure gold(JsonNode node, int start) {
        var text = text(node, "text");
        return new Figure(
                text(node, "point"),
                node.path("value").asDouble(Double.NaN),
                text(node, "unit"),
                text,
                start,
                start + text.length(),
                textOrNull(node, "speaker"));
    }

    @Override
    List<Figure> found(Reading read) {
        return read.figures();
    }

    @Override
    boolean isSamePlace(Figure gold, Figure found) {
        return gold.start() < found.end()
                && found.start() < gold.end()
                && gold.point().equals(found.point())
                && gold.unit().equals(found.unit())
                && Math.abs(gold.value() - found.value()) <= SAME_VALUE * Math.abs(gold.value());
    }

    @Override
    boolean isRight(Figure gold, Figure found) {
        return Objects.equals(gold.speaker(), found.speaker());
    }

    @Override
    String told(Figure figure) {
        return String.format(
                Locale.ROOT,
                "%s %s %s (%s), %s",
                figure.point(),
                figure.value(),
                figure.unit(),
                figure.text(),
                figure.speaker());
    }
}
