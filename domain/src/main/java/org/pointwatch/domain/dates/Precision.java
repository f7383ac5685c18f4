// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.util.Locale;

/** How exactly an expression says when; "by the end of the month" is a month's, "in 48 hours" an hour's. */
public enum Precision {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** As commands and topics spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
