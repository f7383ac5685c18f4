// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;

/**
 * A day that has a name, such as "Thanksgiving" or "Christmas Eve".
 *
 * @param words folded, the first one included
 * @param days how many days it lasts
 */
record DayName(String[] words, Rule rule, int days) {
    /** On which day of a year it falls. */
    @FunctionalInterface
    interface Rule {
        LocalDate in(int year);
    }
}
