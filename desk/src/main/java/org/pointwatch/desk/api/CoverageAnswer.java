// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.Range;
import org.pointwatch.desk.view.Row;
import org.pointwatch.desk.view.Table;

@Says("The counts that the desk holds in memory, over a range.")
public record CoverageAnswer(
        @Says("How far the data reach, by the pipeline's clock; null before the first record.") @Nullable Instant asOf,
        @Nullable Instant from,
        @Nullable Instant to,
        Table.Heading heading,
        @Says("Of the plan, then of everything seen.") List<Row> totals,
        @Says("Those asked for; else points in dossier order, then actors.") List<Row> targets) {

    public static CoverageAnswer of(Range range, Table table) {
        return new CoverageAnswer(
                table.asOf(), range.from(), range.to(), table.heading(), table.totals(), table.targets());
    }
}
