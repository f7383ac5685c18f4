// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A clock that stands somewhere in the past until it is started, runs so many times as fast as a stopwatch, and stands
 * still again at its end: what is "now" in a finished replay stays what it was about.
 */
public final class FastClock extends Clock {
    private static final long NOT_STARTED = Long.MIN_VALUE;

    private final Instant start;
    private final Instant end;
    private final long speed;
    private final LongSupplier nanos;
    private final AtomicLong origin;
    private final ZoneId zone;

    private FastClock(Instant start, Instant end, long speed, LongSupplier nanos, AtomicLong origin, ZoneId zone) {
        this.start = start;
        this.end = end;
        this.speed = speed;
        this.nanos = nanos;
        this.origin = origin;
        this.zone = zone;
    }

    public static FastClock standingAt(Instant start, Instant end, long speed) {
        return standingAt(start, end, speed, System::nanoTime);
    }

    static FastClock standingAt(Instant start, Instant end, long speed, LongSupplier nanos) {
        return new FastClock(start, end, speed, nanos, new AtomicLong(NOT_STARTED), ZoneOffset.UTC);
    }

    /** Starts it; a second call changes nothing. */
    public void go() {
        origin.compareAndSet(NOT_STARTED, nanos.getAsLong());
    }

    @Override
    public Instant instant() {
        var since = origin.get();
        if (since == NOT_STARTED) {
            return start;
        }
        // Milliseconds are all that records keep; seconds first, since nanoseconds times the speed overflow within
        // days.
        var real = nanos.getAsLong() - since;
        var now = start.plusSeconds(real / 1_000_000_000 * speed).plusMillis(real % 1_000_000_000 * speed / 1_000_000);
        return now.isAfter(end) ? end : now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new FastClock(start, end, speed, nanos, origin, other);
    }
}
