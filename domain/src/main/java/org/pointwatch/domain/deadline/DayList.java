// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.util.Set;

import static org.pointwatch.domain.dossier.DeadlineCue.*;

/** Days to choose from: "Thursday, another day, or early next week". */
final class DayList {
    private static final Set<String> BETWEEN = Set.of(
            "or", "another", "day", "on", "the", "perhaps", "maybe", "either", "whether", "some", "other", "even", "if",
            "oder", "ou", "або", "чи", "или", "и", "it", "is");
    private static final Set<String> OR = Set.of("or", "oder", "ou", "або", "чи", "или");
    private static final int WIDEST = 5;

    private DayList() {}

    /** Index of the last day of the list that begins with this one; the same index if it is none. */
    static int end(Statement s, int first) {
        var days = s.days();
        var last = first;
        var or = false;
        while (last + 1 < days.size()
                && !days.get(last).length()
                && joins(s, days.get(last).end(), days.get(last + 1).first())) {
            or |= hasOr(s, days.get(last).end(), days.get(last + 1).core());
            last++;
        }
        return or && isGoal(s) ? last : first;
    }

    private static boolean joins(Statement s, int from, int to) {
        for (int w = from; w < to; w++) {
            if (!BETWEEN.contains(s.plain(w))) {
                return false;
            }
        }
        return to - from <= WIDEST;
    }

    private static boolean hasOr(Statement s, int from, int to) {
        for (int w = from; w < to; w++) {
            if (OR.contains(s.plain(w))) {
                return true;
            }
        }
        return false;
    }

    /** Something is to be done on one of them. */
    private static boolean isGoal(Statement s) {
        return s.hits().hasAny(DEADLINE, ANSWER) && !s.hits().has(OTHER);
    }
}
