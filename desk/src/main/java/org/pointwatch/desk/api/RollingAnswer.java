// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Counts;

@Says("Windows that end with the newest data, each beside the window before it.")
record RollingAnswer(@Nullable Instant asOf, List<Row> rows, @Nullable String next) implements Listing {
    static final List<String> WINDOWS = List.of("1h", "6h", "24h", "7d", "28d");

    record Row(
            String target,
            String window,
            @Says("What the window ends with.") Instant at,
            Tally now,
            Before before,
            @Says("Articles as a part of all articles of the window.") @Nullable Double share,
            @Nullable Instant shareAsOf,
            @Says("Mean articles of this window at this hour of the week; null without 14 days of history.") @Nullable
                    Double baseline,
            @Says("How far the window stands above its baseline.") @Nullable Double surge) {}

    @Says("The window before.")
    record Before(long articles, long stories, long copies, long updates, long outlets) {}

    static RollingAnswer of(Call call) throws SQLException {
        var asked = call.asked();
        var windows = asked.all("window");
        var targets = asked.all("target");
        var select = new Select(
                        "SELECT * FROM rolling WHERE window_name = ANY (?)", windows.isEmpty() ? WINDOWS : windows)
                .addIf(!targets.isEmpty(), "AND target = ANY (?)", targets);
        var last = asked.cursor(2);
        if (last != null) {
            select.add("AND (target, window_name) > (?, ?)", last.get(0), last.get(1));
        }
        var limit = asked.limit();
        select.add("ORDER BY target, window_name LIMIT ?", limit + 1);
        var rows = select.rows(call.tables(), RollingAnswer::row);
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var end = page.isEmpty() ? null : page.get(page.size() - 1);
        var next = rows.size() > limit && end != null ? Cursor.write(end.target(), end.window()) : null;
        return new RollingAnswer(call.stamp().asOf(), page, next);
    }

    private static Row row(ResultSet row) throws SQLException {
        Counts counts = CoverageSums.counts(row);
        return new Row(
                row.getString("target"),
                row.getString("window_name"),
                Select.at(row, "as_of"),
                Tally.of(counts, row.getLong("outlets")),
                new Before(
                        row.getLong("previous_articles"),
                        row.getLong("previous_stories"),
                        row.getLong("previous_copies"),
                        row.getLong("previous_updates"),
                        row.getLong("previous_outlets")),
                row.getObject("share", Double.class),
                Select.time(row, "share_as_of"),
                row.getObject("baseline", Double.class),
                row.getObject("surge", Double.class));
    }
}
