// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression of time in a text.
 *
 * @param start offset in UTF-16 units
 * @param end exclusive
 * @param readings the likeliest first, never empty; for a bare "Thursday" the last and the next one. More than one also
 *     where the words contradict each other ("Thursday, November 28") or day and month may be swapped (5/12)
 * @param zone in which the times of day of the readings are meant: the one that was named, else the outlet's
 * @param confidence 0..1; under a half where the words contradict each other
 * @param core what stands behind the word that leaves one side open, such as "Thursday" of "until Thursday"; null
 *     exactly where {@code bound} is {@link Bound#NONE}
 */
public record DateExpression(
        int start,
        int end,
        String text,
        Precision precision,
        Kind kind,
        Direction direction,
        Bound bound,
        List<Reading> readings,
        ZoneId zone,
        double confidence,
        @Nullable DateExpression core) {
    /** What an expression stands for. */
    public enum Kind {
        /** A day or a moment: "Thursday", "at 5 p.m.", "two days ago". */
        POINT,
        /** A part of the calendar or what lies between two ends: "next week", "from Monday to Thursday". */
        SPAN,
        /** What is left from now on: "within 100 days", "in 48 hours". */
        TO_GO
    }

    public DateExpression {
        readings = List.copyOf(readings);
    }

    /** The likeliest reading. */
    public Reading reading() {
        return readings.get(0);
    }

    public List<Reading> alternatives() {
        return readings.subList(1, readings.size());
    }

    public @Nullable String from() {
        return reading().fromText();
    }

    public @Nullable String to() {
        return reading().toText();
    }

    /** The reading whose last day is the latest: what a deadline means. An open end counts as no day. */
    public Reading latest() {
        var latest = reading();
        for (var reading : readings) {
            var to = reading.to();
            if (to != null && (latest.to() == null || to.isAfter(latest.to()))) {
                latest = reading;
            }
        }
        return latest;
    }
}
