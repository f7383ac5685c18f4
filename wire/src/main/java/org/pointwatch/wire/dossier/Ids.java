// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks of single values: ids, dates, whole numbers. */
final class Ids {
    /** Rules of these have the same beginning as those of a point with such an id would have. */
    private static final Set<String> TAKEN = Set.of(DossierDraft.GATE, DossierDraft.FURNITURE);

    private Ids() {}

    static void check(Entry id, Problems problems) {
        if (TAKEN.contains(id.value())) {
            id.problem(problems, "'" + id.value() + "' names other rules", "choose another id");
        }
        var sound = id.value().chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
        if (!sound || id.value().isEmpty()) {
            id.problem(problems, "'" + id.value() + "' is no id", "use small letters, digits and hyphens");
        }
    }

    static @Nullable LocalDate date(@Nullable Entry date, Problems problems) {
        try {
            return date == null ? null : LocalDate.parse(date.value());
        } catch (DateTimeParseException e) {
            date.problem(problems, "no date", "write it as 2025-11-20");
            return null;
        }
    }

    static int number(Entry number, Problems problems) {
        try {
            return Integer.parseInt(number.value());
        } catch (NumberFormatException e) {
            number.problem(problems, "'" + number.value() + "' is no whole number", "write the point's number");
            return 0;
        }
    }
}
