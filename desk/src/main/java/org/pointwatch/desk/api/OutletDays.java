// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Distinct outlets by day, from the table {@code outlet_days}: a bit for each outlet, so that days are put together without a
 * look at what was found on them. The ends of a range that are no whole days are counted from what was found.
 */
final class OutletDays {
    private static final String WHOLE =
            """
            SELECT target, day::timestamp AT TIME ZONE 'UTC' AS at, part, outlets FROM outlet_days
            WHERE target = ANY (?) AND day >= (? AT TIME ZONE 'UTC')::date AND day < (? AT TIME ZONE 'UTC')::date
            """;
    private static final String ENDS =
            """
            UNION ALL
            SELECT s.target, s.at, n.no / 1024, set_bit(repeat('0', 1024)::bit(1024), n.no % 1024, 1) FROM
            """;
    private static final String COUNTED =
            """
            SELECT target, NULL::timestamptz AS at, sum(bit_count(outlets))::bigint AS outlets
            FROM (SELECT target, part, bit_or(outlets) AS outlets FROM seen GROUP BY 1, 2) whole GROUP BY 1
            """;
    private static final String STEPS =
            """
            UNION ALL
            SELECT target, at, sum(bit_count(outlets))::bigint
            FROM (SELECT target, at, part, bit_or(outlets) AS outlets FROM seen GROUP BY 1, 2, 3) days GROUP BY 1, 2
            """;

    private OutletDays() {}

    /** What the table calls a target; one database follows one dossier. */
    static String name(TargetName target) {
        return target.kind().equals("plan") ? "plan" : target.text();
    }

    /** Columns target, at and outlets; at is null for the whole range, which alone is counted without steps. */
    static Select counted(Collection<TargetName> targets, Span span, boolean steps) {
        var first = span.from().plus(1, ChronoUnit.DAYS).minusNanos(1).truncatedTo(ChronoUnit.DAYS);
        var last = span.to().truncatedTo(ChronoUnit.DAYS);
        if (!steps && !first.isBefore(last)) {
            return OutletSeen.of(targets, span, "day", false);
        }
        var ends = ends(span);
        var seen = new Select(
                WHOLE,
                targets.stream().map(OutletDays::name).distinct().toList(),
                first,
                first.isBefore(last) ? last : first);
        if (!ends.isEmpty()) {
            seen.add(ENDS).in(OutletSeen.seen(targets, ends, "day")).add("s JOIN numbers n ON n.name = s.outlet");
        }
        return new Select("WITH numbers AS MATERIALIZED (SELECT no, name FROM outlets), seen AS"
                        + (steps ? " MATERIALIZED" : ""))
                .in(seen)
                .add(COUNTED)
                .addIf(steps, STEPS);
    }

    /** What of the range is no whole day. */
    private static List<Span> ends(Span span) {
        var from = span.from()
                .atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        var to = span.to().truncatedTo(ChronoUnit.DAYS);
        var ends = new ArrayList<Span>();
        if (!from.equals(span.from())) {
            var end = from.plus(1, ChronoUnit.DAYS);
            ends.add(new Span(span.from(), end.isBefore(span.to()) ? end : span.to()));
        }
        if (to.isBefore(span.to()) && (ends.isEmpty() || ends.get(0).to().isBefore(span.to()))) {
            ends.add(new Span(to, span.to()));
        }
        return ends;
    }
}
