// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import org.pointwatch.domain.dates.Bound;
import org.pointwatch.domain.dates.DateExpression;

/**
 * An expression of time, placed among the words of its text.
 *
 * @param first its first word, with the preposition before it
 * @param core the first word of the date itself
 * @param end the word behind it
 * @param bound which end of a time it is; none for a plain day
 * @param length whether it says how long and not when: "six days", "within a week"
 */
record DayPhrase(DateExpression date, int first, int core, int end, Bound bound, boolean length) {
    boolean isBound() {
        return bound == Bound.UNTIL || bound == Bound.BEFORE;
    }

    boolean isOpenEnded() {
        return bound == Bound.SINCE || bound == Bound.AFTER;
    }
}
