// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.SentimentSums;

/** Sums of the table {@code coverage}: exact, because everything in it is an integer that adds up. */
final class CoverageSums {
    private static final String SUMS =
            """
            sum(articles)::bigint AS articles, sum(stories)::bigint AS stories, sum(copies)::bigint AS copies,
            sum(updates)::bigint AS updates, sum(own_n)::bigint AS own_n, sum(own_sum)::bigint AS own_sum,
            sum(own_sum_squares)::bigint AS own_sum_squares, sum(own_negative)::bigint AS own_negative,
            sum(own_neutral)::bigint AS own_neutral, sum(own_positive)::bigint AS own_positive,
            sum(quoted_n)::bigint AS quoted_n, sum(quoted_sum)::bigint AS quoted_sum,
            sum(quoted_sum_squares)::bigint AS quoted_sum_squares, sum(quoted_negative)::bigint AS quoted_negative,
            sum(quoted_neutral)::bigint AS quoted_neutral, sum(quoted_positive)::bigint AS quoted_positive
            """;

    /** The planner weighs every target that it knows; hundreds of them cost more than they help. */
    private static final String OF_TARGETS =
            "WHERE target = ANY (ARRAY(SELECT unnest(?::text[]))) AND bucket >= ? AND bucket < ?";

    private CoverageSums() {}

    private record Sum(String target, Instant at, Counts counts) {}

    /** By target, then by beginning of the step; only steps that have something. */
    static Map<String, SortedMap<Instant, Counts>> steps(
            Connection tables, Collection<String> targets, Span span, String step) throws SQLException {
        var select = new Select(
                        "SELECT target, " + Span.STEP.formatted("bucket") + " AS at, " + SUMS + " FROM coverage", step)
                .add(OF_TARGETS, targets, span.from(), span.to())
                .add("GROUP BY 1, 2 HAVING sum(articles) <> 0");
        var found = new HashMap<String, SortedMap<Instant, Counts>>();
        for (var sum :
                select.rows(tables, row -> new Sum(row.getString("target"), Select.at(row, "at"), counts(row)))) {
            found.computeIfAbsent(sum.target(), t -> new TreeMap<>()).put(sum.at(), sum.counts());
        }
        return found;
    }

    /** Of each target that has something. */
    static Map<String, Counts> totals(Connection tables, Collection<String> targets, Span span) throws SQLException {
        var select = new Select("SELECT target, " + SUMS + " FROM coverage")
                .add(OF_TARGETS, targets, span.from(), span.to())
                .add("GROUP BY 1 HAVING sum(articles) <> 0");
        List<Sum> sums = select.rows(tables, row -> new Sum(row.getString("target"), span.from(), counts(row)));
        var found = new HashMap<String, Counts>();
        sums.forEach(sum -> found.put(sum.target(), sum.counts()));
        return found;
    }

    /** Of a row with the columns of {@code coverage}. */
    static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("articles"),
                row.getLong("stories"),
                row.getLong("copies"),
                row.getLong("updates"),
                sums(row, "own"),
                sums(row, "quoted"));
    }

    private static SentimentSums sums(ResultSet row, String voice) throws SQLException {
        return new SentimentSums(
                row.getLong(voice + "_n"),
                row.getLong(voice + "_sum"),
                row.getLong(voice + "_sum_squares"),
                row.getLong(voice + "_negative"),
                row.getLong(voice + "_neutral"),
                row.getLong(voice + "_positive"));
    }
}
