// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts deadlines that were found where they are, with the right day and the right status. */
final class DeadlineScore {
    private static final String ROW = "%-26s %6s %6s %6s %9s %9s %9s";
    private static final String SHARE = "%-26s %6s %6s %9s";

    /** Of those found, how many have it right. */
    private record Share(int all, int right) {
        static final Share NONE = new Share(0, 0);

        Share plus(boolean isRight) {
            return new Share(all + 1, right + (isRight ? 1 : 0));
        }
    }

    private int lines;
    private Hits all = Hits.NONE;
    private Share days = Share.NONE;
    private Share statuses = Share.NONE;
    private final SortedMap<String, Hits> languages = new TreeMap<>();
    private final SortedMap<String, Share> byStatus = new TreeMap<>();
    private final SortedMap<String, Hits> kinds = new TreeMap<>();

    void line(String language, Hits found) {
        lines++;
        all = all.plus(found);
        languages.merge(language, found, Hits::plus);
    }

    void found(String status, boolean day, boolean sameStatus) {
        days = days.plus(day);
        statuses = statuses.plus(sameStatus);
        byStatus.merge(status, Share.NONE.plus(sameStatus), (a, b) -> a.plus(sameStatus));
    }

    void kind(String kind, Hits found) {
        kinds.merge(kind, found, Hits::plus);
    }

    int lines() {
        return lines;
    }

    Hits all() {
        return all;
    }

    double dayShare() {
        return days.all() == 0 ? 1 : (double) days.right() / days.all();
    }

    double statusShare() {
        return statuses.all() == 0 ? 1 : (double) statuses.right() / statuses.all();
    }

    List<String> table() {
        var page = new ArrayList<String>();
        page.add(ROW.formatted("", "tp", "fp", "fn", "precision", "recall", "F1"));
        page.add(row("deadlines", all));
        languages.forEach((language, hits) -> page.add(row("  " + language, hits)));
        kinds.forEach((kind, hits) -> page.add(row(kind + "s", hits)));
        page.add("");
        page.add(SHARE.formatted("of the found", "n", "right", "share"));
        page.add(row("day", days));
        page.add(row("status", statuses));
        byStatus.forEach((status, share) -> page.add(row("  " + status, share)));
        return page;
    }

    private static String row(String name, Hits h) {
        return ROW.formatted(
                name, h.right(), h.extra(), h.missed(), share(h.precision()), share(h.recall()), share(h.f1()));
    }

    private static String row(String name, Share s) {
        return SHARE.formatted(name, s.all(), s.right(), share(s.all() == 0 ? null : (double) s.right() / s.all()));
    }

    private static String share(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.3f", share);
    }
}
