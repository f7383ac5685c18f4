// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.figure;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number of a text that may be a figure.
 *
 * @param word the number's word, the last one if it is spelt out
 * @param lastWord of the number: more than one in a ratio
 * @param unit null for a bare number
 */
record Count(int word, int lastWord, double value, @Nullable String unit, int start, int end) {
    private static final double FINEST = 1e4;

    /** Four decimals tell values apart, and make 0.6 million the same as 600,000. */
    Count {
        value = Math.rint(value * FINEST) / FINEST;
    }

    boolean fits(Set<String> units) {
        return unit == null || units.isEmpty() || units.contains(unit);
    }
}
