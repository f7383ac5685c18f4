// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.time.Instant;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.Range;
import org.pointwatch.desk.view.Row;
import org.pointwatch.desk.view.Table;
import org.pointwatch.desk.view.View;

/** {@code /api/coverage}: the counts of a range of event time; the shape is told in the module's README. */
final class CoverageApi implements Router.Answer {
    private final View view;

    private record Coverage(
            @Nullable Instant asOf,
            @Nullable Instant from,
            @Nullable Instant to,
            Table.Heading heading,
            List<Row> totals,
            List<Row> targets) {}

    CoverageApi(View view) {
        this.view = view;
    }

    @Override
    public Reply to(Request request) {
        var question = Question.of(request);
        var range = question.range();
        var targets = question.targets();
        return Reply.json(200, body(range, targets.isEmpty() ? view.table(range) : view.table(range, targets)));
    }

    private static Coverage body(Range range, Table table) {
        return new Coverage(table.asOf(), range.from(), range.to(), table.heading(), table.totals(), table.targets());
    }
}
