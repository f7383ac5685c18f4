// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The deadlines of a brief, the last spoken of first, open ones by their end. */
record BriefDeadlines(
        List<DeadlinesAnswer.Row> added, List<DeadlinesAnswer.Row> changed, List<DeadlinesAnswer.Row> open) {
    private static final Set<String> CHANGES = Set.of("moved", "softened", "denied", "passed");
    private static final Set<String> OPEN = Set.of("set", "repeated", "moved", "softened");
    private static final String SQL = DeadlinesAnswer.SQL + " ORDER BY d.last_seen DESC, d.id LIMIT 2000";

    static BriefDeadlines of(Connection tables, Span span) throws SQLException {
        Predicate<DeadlinesAnswer.Row> added = d -> in(span, d.firstSeen());
        Predicate<DeadlinesAnswer.Row> changed = d -> changed(d, span);
        Predicate<DeadlinesAnswer.Row> open = d ->
                OPEN.contains(d.status()) && d.endsAt() != null && d.endsAt().isAfter(span.to());
        var all = new Select(SQL, DeadlinesAnswer.STATUSES.subList(0, 6)).rows(tables, DeadlinesAnswer::row);
        var told = DeadlinesAnswer.told(
                tables, all.stream().filter(added.or(changed).or(open)).toList());
        return new BriefDeadlines(
                told.stream().filter(added).toList(),
                told.stream().filter(changed).toList(),
                told.stream()
                        .filter(open)
                        .sorted(Comparator.comparing(d -> String.valueOf(d.endsAt())))
                        .toList());
    }

    private static boolean changed(DeadlinesAnswer.Row deadline, Span span) {
        return deadline.firstSeen().isBefore(span.from())
                && deadline.history().stream().anyMatch(c -> CHANGES.contains(c.status()) && in(span, c.at()));
    }

    private static boolean in(Span span, Instant time) {
        return !time.isBefore(span.from()) && time.isBefore(span.to());
    }
}
