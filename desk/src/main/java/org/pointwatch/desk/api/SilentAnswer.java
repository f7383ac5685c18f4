// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Target;

@Says("Points that were told of in the range, and then for long by no story at all.")
record SilentAnswer(@Nullable Instant asOf, Instant from, Instant to, List<Row> rows) implements Listing {

    record Row(
            @Says("point:<id>.") String target,
            String title,
            @Says("End of the quarter of an hour with its last story.") Instant since,
            @Says("From then to the end of the range, or of the data where they end before.") long seconds,
            @Says("In the range; so are the next two.") long stories,
            long articles,
            @Says("Distinct; never to be added up.") long outlets) {}

    private record Last(String target, Instant since, long stories, long articles) {}

    private static final String SQL =
            """
            SELECT target, max(bucket) FILTER (WHERE stories > 0) AS last, sum(stories)::bigint AS stories,
                   sum(articles)::bigint AS articles
            FROM coverage WHERE target = ANY (?) AND bucket >= ? AND bucket < ?
            GROUP BY 1 HAVING sum(stories) > 0 ORDER BY 3 DESC, 1
            """;

    static SilentAnswer of(Call call, List<String> points, UnaryOperator<String> titles) throws SQLException {
        var asOf = call.stamp().asOf();
        var span = call.asked().span(asOf);
        var end = asOf == null || span.to().isBefore(asOf) ? span.to() : asOf;
        var least = Duration.ofHours(Integer.parseInt(call.asked().word("hours")));
        var names = points.stream().map(Target::point).toList();
        var silent = new Select(SQL, names, span.from(), span.to())
                        .rows(
                                call.tables(),
                                row -> new Last(
                                        row.getString("target"),
                                        Select.at(row, "last").plus(Target.BUCKET),
                                        row.getLong("stories"),
                                        row.getLong("articles")))
                        .stream()
                        .filter(last -> !last.since().isAfter(end.minus(least)))
                        .toList();
        if (silent.isEmpty()) {
            return new SilentAnswer(asOf, span.from(), span.to(), List.of());
        }
        var outlets = OutletCounts.totals(
                call.tables(),
                silent.stream()
                        .map(last -> TargetName.read(last.target()))
                        .filter(java.util.Objects::nonNull)
                        .toList(),
                span);
        return new SilentAnswer(
                asOf,
                span.from(),
                span.to(),
                silent.stream()
                        .map(last -> new Row(
                                last.target(),
                                titles.apply(last.target()),
                                last.since(),
                                Duration.between(last.since(), end).toSeconds(),
                                last.stories(),
                                last.articles(),
                                outlets.of(last.target(), null)))
                        .toList());
    }
}
