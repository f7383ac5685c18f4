// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that the page shows, at one moment.
 *
 * @param asOf how far the data reach, by the pipeline's clock; null before the first record
 * @param totals of the plan, then of everything seen
 * @param targets points in dossier order, then actors
 */
public record Table(@Nullable Instant asOf, Heading heading, List<Row> totals, List<Row> targets) {

    /** @param numbering the plan version whose numbers are shown, null if the dossier has none */
    public record Heading(@Nullable String dossier, String title, @Nullable String numbering) {}

    /** Whether both list the same targets in the same order under the same heading: then changed rows say it all. */
    public boolean sameShape(Table o) {
        return heading.equals(o.heading) && names(this).equals(names(o));
    }

    private static List<String> names(Table table) {
        return table.targets.stream().map(Row::target).toList();
    }

    /** The rows that differ from an earlier table. */
    public List<Row> changedSince(Table earlier) {
        Map<String, Row> old = earlier.targets.stream().collect(Collectors.toMap(Row::target, row -> row));
        return targets.stream()
                .filter(row -> !row.equals(old.get(row.target())))
                .toList();
    }
}
