// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The score of stories as a page of text. */
final class StoryScoreTable {
    private static final String ROW = "%-26s %6s %6s %6s %9s %9s %9s";
    private static final String KIND = "%-26s %6s %6s";

    private StoryScoreTable() {}

    static List<String> of(StoryScore score) {
        var page = new ArrayList<String>();
        page.add(ROW.formatted("", "tp", "fp", "fn", "precision", "recall", "F1"));
        page.add(row("same text", score.sameText()));
        page.add(row("rewrite", score.rewrites()));
        page.add("");
        page.add(KIND.formatted("", "n", "right"));
        page.add(KIND.formatted("copy told from update", score.sameText().right(), score.exact()));
        page.add("");
        page.add(KIND.formatted("kind", "n", "right"));
        score.kinds().forEach((kind, hits) -> page.add(KIND.formatted(kind, hits.all(), hits.right())));
        return page;
    }

    private static String row(String name, Hits h) {
        return ROW.formatted(
                name, h.right(), h.extra(), h.missed(), share(h.precision()), share(h.recall()), share(h.f1()));
    }

    private static String share(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.3f", share);
    }
}
