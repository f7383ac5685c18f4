// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline.ledger;

import java.util.Locale;

/** How exactly a due date was told, the most exact first. */
public enum Precision {
    HOUR,
    DAY,
    WEEK,
    MONTH;

    /** As it is written. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A word that is none of these says the least. */
    static Precision of(String label) {
        for (var precision : values()) {
            if (precision.label().equals(label)) {
                return precision;
            }
        }
        return MONTH;
    }
}
