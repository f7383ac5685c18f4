// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A day that has a name, beside the holidays that everybody knows.
 *
 * @param names language to phrases
 * @param every the same each year, null if it moves
 * @param days single ones
 */
public record NamedDay(Map<String, List<String>> names, @Nullable MonthDay every, List<LocalDate> days) {
    public NamedDay {
        names = Map.copyOf(names);
        days = List.copyOf(days);
    }
}
