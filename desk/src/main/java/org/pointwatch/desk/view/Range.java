// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Target;

/**
 * A half-open range of event time in whole buckets, so that sums of buckets and findings agree at the edges.
 *
 * @param from inclusive, rounded down to a bucket's start; null is the oldest held
 * @param to exclusive, rounded up; null is the newest held
 */
public record Range(@Nullable Instant from, @Nullable Instant to) {
    public static final Range EVERYTHING = new Range(null, null);

    public Range {
        from = from == null ? null : Target.bucket(from);
        to = to == null ? null : Target.bucket(to.plus(Target.BUCKET).minusNanos(1));
    }

    /** This range without what lies before the given time; an empty one if all of it does. */
    Range since(Instant floor) {
        if (from != null && !from.isBefore(floor)) {
            return this;
        }
        return new Range(floor, to != null && to.isBefore(floor) ? floor : to);
    }

    Instant start() {
        return from == null ? Instant.MIN : from;
    }

    Instant end() {
        return to == null ? Instant.MAX : to;
    }
}
