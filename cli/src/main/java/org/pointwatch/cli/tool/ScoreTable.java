// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The score as a page of text. */
final class ScoreTable {
    private static final String ROW = "%-26s %6s %6s %6s %9s %9s %9s";

    private ScoreTable() {}

    static List<String> of(GoldScore score) {
        var page = new ArrayList<String>();
        page.add(head("point"));
        score.points().byTarget().forEach((id, hits) -> page.add(row(id, hits)));
        totals(score.points(), page);
        page.add("");
        page.add(head("actor (those with mistakes)"));
        score.actors().byTarget().entrySet().stream()
                .filter(e -> e.getValue().mistakes() > 0)
                .sorted(Comparator.comparingInt(e -> -e.getValue().mistakes()))
                .forEach(e -> page.add(row(e.getKey(), e.getValue())));
        totals(score.actors(), page);
        page.add("");
        page.add(head("language"));
        score.languages().forEach((language, l) -> {
            page.add(row(language + " points, " + l.lines() + " lines", l.points()));
            page.add(row(language + " actors", l.actors()));
        });
        return page;
    }

    private static void totals(GoldScore.Sheet sheet, List<String> page) {
        page.add(row("all (micro)", sheet.micro()));
        page.add(ROW.formatted("mean of all (macro)", "", "", "", "", "", share(sheet.macroF1())));
    }

    private static String head(String of) {
        return ROW.formatted(of, "tp", "fp", "fn", "precision", "recall", "F1");
    }

    private static String row(String name, Hits h) {
        return ROW.formatted(
                name, h.right(), h.extra(), h.missed(), share(h.precision()), share(h.recall()), share(h.f1()));
    }

    static String share(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.3f", share);
    }
}
