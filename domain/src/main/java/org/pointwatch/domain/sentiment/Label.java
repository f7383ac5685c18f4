// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

/** A sentiment in one word. */
public enum Label {
    NEGATIVE,
    NEUTRAL,
    POSITIVE;

    /** Within this distance of zero, in thousandths, a sentiment is neutral: for labels and for coverage alike. */
    public static final int NEUTRAL_BAND = 100;

    public static Label of(int thousandths) {
        if (thousandths < -NEUTRAL_BAND) {
            return NEGATIVE;
        }
        return thousandths > NEUTRAL_BAND ? POSITIVE : NEUTRAL;
    }
}
