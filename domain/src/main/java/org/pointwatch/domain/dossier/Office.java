// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An office that an actor holds from one day to another.
 *
 * @param from the first day, null if it does not matter
 * @param to the last day, null if there is none yet
 * @param names language to phrases that mean this office and no other ("the Ukrainian president")
 * @param bare language to phrases that leave open which ("the president"): they count only if one reading is left
 */
public record Office(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Map<String, List<String>> names,
        Map<String, List<String>> bare) {
    public Office {
        names = Map.copyOf(names);
        bare = Map.copyOf(bare);
    }

    /** Whether the office is held on this day; on an unknown day only one without an end is. */
    public boolean heldOn(@Nullable LocalDate day) {
        if (day == null) {
            return to == null;
        }
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
