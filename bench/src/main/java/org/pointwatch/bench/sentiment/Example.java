// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.sentiment.Label;
import org.pointwatch.domain.sentiment.Surroundings;

/**
 * One target and how it was judged by people.
 *
 * @param slots its features
 * @param around what the net reads; null for a text without a target
 * @param group examples of one group are never torn apart by cross-validation
 */
@SuppressWarnings("ArrayRecordComponent")
record Example(String group, Label label, int[] slots, @Nullable Surroundings around, double weight) {
    Surroundings surroundings() {
        return Objects.requireNonNull(around, "it has no target");
    }
}
