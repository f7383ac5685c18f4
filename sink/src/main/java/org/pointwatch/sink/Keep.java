// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Which months of event time are kept. Whole months (UTC) go at once, from all tables, so that no day's counts outlive
 * the sentences behind them.
 *
 * @param retention zero keeps every month
 */
record Keep(Duration retention, InstantSource times) {
    static final YearMonth FIRST = YearMonth.of(2000, 1);

    boolean forGood() {
        return retention.isZero();
    }

    /** The first month that is kept: a month goes when its last moment is older than the retention. */
    YearMonth since() {
        return forGood() ? FIRST : month(times.instant().minus(retention));
    }

    /** Whether a month has a part of its own; all others share the default part. */
    boolean hasPart(YearMonth month) {
        var last = month(times.instant()).getYear() + 1;
        return !month.isBefore(FIRST) && month.getYear() <= last && !month.isBefore(since());
    }

    static YearMonth month(Instant time) {
        var utc = time.atOffset(ZoneOffset.UTC);
        return YearMonth.of(utc.getYear(), utc.getMonth());
    }

    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
