// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pointwatch.domain.ledger.Target;

/** How far what alerts tell went: a report's story; for what counts told, the counts of that day. */
final class AlertsTold {
    private static final Duration DAY = Duration.ofDays(1);

    /** Few alerts are of counts, so that each is looked up by itself. */
    private static final String COUNTED =
            """
            SELECT u.alert, sum(c.stories)::bigint AS stories, sum(c.articles)::bigint AS articles,
                   outlets_between(u.target, u.since, u.until) AS outlets
            FROM unnest(?, ?, ?::timestamptz[], ?::timestamptz[]) u (alert, target, since, until)
            JOIN coverage c ON c.target = u.target AND c.bucket >= u.since AND c.bucket < u.until
            GROUP BY u.alert, u.target, u.since, u.until
            """;

    private record Found(String alert, Told told) {}

    private AlertsTold() {}

    /** The same rows with it. */
    static List<AlertsAnswer.Row> of(Connection tables, List<AlertsAnswer.Row> rows) throws SQLException {
        var stories = Told.of(
                tables,
                rows.stream()
                        .filter(row -> !row.isOfCoverage() && row.story() != null)
                        .map(row -> new Told.Part(String.valueOf(row.story()), String.valueOf(row.story())))
                        .toList());
        var counted = counted(
                tables, rows.stream().filter(AlertsAnswer.Row::isOfCoverage).toList());
        return rows.stream()
                .map(row -> row.with(row.isOfCoverage() ? counted.get(row.id()) : stories.get(row.story())))
                .toList();
    }

    private static Map<String, Told> counted(Connection tables, List<AlertsAnswer.Row> rows) throws SQLException {
        var told = new HashMap<String, Told>();
        if (rows.isEmpty()) {
            return told;
        }
        var ends = rows.stream()
                .map(row -> Target.bucket(row.at()).plus(Target.BUCKET))
                .toList();
        new Select(
                        COUNTED,
                        rows.stream().map(AlertsAnswer.Row::id).toList(),
                        rows.stream().map(AlertsAnswer.Row::target).toList(),
                        ends.stream().map(end -> end.minus(DAY).toString()).toList(),
                        ends.stream().map(Object::toString).toList())
                .rows(
                        tables,
                        row -> new Found(
                                row.getString("alert"),
                                new Told(row.getLong("stories"), row.getLong("articles"), row.getLong("outlets"))))
                .forEach(found -> told.put(found.alert(), found.told()));
        return told;
    }
}
