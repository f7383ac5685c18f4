// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class FastClockTest {
    private static final Instant START = Instant.parse("2025-11-19T00:00:00Z");
    private static final Instant END = START.plusSeconds(864_000);

    private final AtomicLong stopwatch = new AtomicLong(TimeUnit.DAYS.toNanos(3));
    private final FastClock clock = FastClock.standingAt(START, END, 24_000, stopwatch::get);

    @Test
    void runsSoManyTimesAsFast() {
        clock.go();
        stopwatch.addAndGet(TimeUnit.MILLISECONDS.toNanos(150));
        assertThat(clock.instant()).isEqualTo("2025-11-19T01:00:00Z");
        stopwatch.addAndGet(TimeUnit.MILLISECONDS.toNanos(35_850));
        assertThat(clock.instant()).isEqualTo("2025-11-29T00:00:00Z");
    }

    @Test
    void standsStillBeforeTheStartAndAfterTheEnd() {
        stopwatch.addAndGet(TimeUnit.DAYS.toNanos(1));
        assertThat(clock.instant()).isEqualTo(START);
        clock.go();
        stopwatch.addAndGet(TimeUnit.DAYS.toNanos(365));
        assertThat(clock.instant()).isEqualTo(END);
    }
}
