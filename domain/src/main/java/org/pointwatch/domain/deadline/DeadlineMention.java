// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of the negotiation as one sentence states it.
 *
 * @param phrase the date expression as written
 * @param start offset of the phrase in UTF-16 units into title + "\n\n" + text
 * @param end exclusive
 * @param sentence index into the sentences of the finding
 * @param due ISO local date of its last day, or date-time with offset at precision hour; null if it cannot be told
 * @param alternatives further readings of {@code due}
 * @param precision hour, day, week or month
 * @param status set, repeated, moved, softened, denied or passed, from this article's wording alone
 * @param setBy actor id of who sets it, null if the sentence does not say
 * @param bound actor id of who must act, null likewise
 * @param points what it is about; empty for the plan as a whole
 */
public record DeadlineMention(
        String phrase,
        int start,
        int end,
        int sentence,
        @Nullable String due,
        List<String> alternatives,
        String precision,
        String status,
        @Nullable String setBy,
        @Nullable String bound,
        List<String> points) {
    /** Records of builds that did not look for points have none. */
    public DeadlineMention {
        alternatives = List.copyOf(alternatives);
        points = points == null ? List.of() : List.copyOf(points);
    }
}
