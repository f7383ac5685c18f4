// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Counts;

@Says("The counts of targets, step by step.")
record SeriesAnswer(
        @Nullable Instant asOf, Instant from, Instant to, @Says("hour or day, in UTC.") String step, List<Line> targets)
        implements Listing {

    record Line(
            String target,
            @Says("Over the whole range; its outlets are distinct over all of it.") Tally total,
            @Says("In order of time; steps without articles are left out.") List<Bucket> buckets) {}

    record Bucket(
            @Says("Beginning of the step.") Instant at,
            @Says("Whether asOf has not passed its end: more may come.") boolean open,
            long articles,
            long stories,
            long copies,
            long updates,
            @Says("Distinct outlets in this step.") long outlets,
            Tones sentiment) {}

    @Says("A step of a target, for CSV and JSON Lines.")
    record Row(
            String target,
            Instant at,
            boolean open,
            long articles,
            long stories,
            long copies,
            long updates,
            long outlets,
            Tones sentiment) {}

    /** For CSV and JSON Lines: every step of every target. */
    @Override
    @com.fasterxml.jackson.annotation.JsonIgnore
    public List<Row> rows() {
        return targets.stream()
                .flatMap(line -> line.buckets().stream()
                        .map(b -> new Row(
                                line.target(),
                                b.at(),
                                b.open(),
                                b.articles(),
                                b.stories(),
                                b.copies(),
                                b.updates(),
                                b.outlets(),
                                b.sentiment())))
                .toList();
    }

    @Override
    @com.fasterxml.jackson.annotation.JsonIgnore
    public @Nullable String next() {
        return null;
    }

    static SeriesAnswer of(Call call, List<TargetName> byDefault) throws SQLException {
        var asked = call.asked().targets();
        var targets = asked.isEmpty() ? byDefault : asked;
        var span = call.asked().span(call.stamp().asOf());
        var step = call.asked().word("step");
        var names = targets.stream().map(TargetName::text).toList();
        var sums = CoverageSums.steps(call.tables(), names, span, step);
        var outlets = OutletCounts.steps(call.tables(), targets, span, step);
        var asOf = call.stamp().asOf();
        var lines = new ArrayList<Line>();
        for (var name : names) {
            var buckets = new ArrayList<Bucket>();
            var total = Counts.ZERO;
            for (var sum : sums.getOrDefault(name, new TreeMap<>()).entrySet()) {
                buckets.add(bucket(
                        sum.getKey(), end(sum.getKey(), step), asOf, sum.getValue(), outlets.of(name, sum.getKey())));
                total = total.plus(sum.getValue());
            }
            lines.add(new Line(name, Tally.of(total, outlets.of(name, null)), buckets));
        }
        return new SeriesAnswer(asOf, span.from(), span.to(), step, lines);
    }

    private static Instant end(Instant at, String step) {
        return at.plus(step.equals("day") ? Duration.of(1, ChronoUnit.DAYS) : Duration.ofHours(1));
    }

    private static Bucket bucket(Instant at, Instant end, @Nullable Instant asOf, Counts counts, long outlets) {
        return new Bucket(
                at,
                asOf == null || asOf.isBefore(end),
                counts.articles(),
                counts.stories(),
                counts.copies(),
                counts.updates(),
                outlets,
                Tones.of(counts));
    }
}
