// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class ScheduleTest {
    private static final Instant NOON = Instant.parse("2025-11-20T12:00:00Z");

    @Test
    void triesForThreeDaysEverMoreSeldom() {
        var at = NOON;
        var pause = Duration.ZERO;
        for (var attempt = 1; attempt < Schedule.MOST_ATTEMPTS; attempt++) {
            var next = Schedule.next(attempt, at, null, 0);
            assertThat(Duration.between(at, next))
                    .as("after attempt " + attempt)
                    .isGreaterThan(pause);
            pause = Duration.between(at, next);
            at = next;
        }
        assertThat(Duration.between(NOON, at)).isBetween(Duration.ofHours(72), Duration.ofHours(78));
        assertThat(Schedule.next(Schedule.MOST_ATTEMPTS, at, null, 0)).isNull();
    }

    @Test
    void spreadsByAFifthAtMost() {
        assertThat(Schedule.next(2, NOON, null, 1)).isEqualTo(NOON.plusSeconds(360));
        assertThat(Schedule.next(2, NOON, null, 0.5)).isEqualTo(NOON.plusSeconds(330));
    }

    @Test
    void waitsAsLongAsItIsAskedButNotForEver() {
        assertThat(Schedule.next(1, NOON, Duration.ofMinutes(10), 0)).isEqualTo(NOON.plusSeconds(600));
        assertThat(Schedule.next(2, NOON, Duration.ofSeconds(1), 0)).isEqualTo(NOON.plusSeconds(300));
        assertThat(Schedule.next(1, NOON, Duration.ofDays(999), 0)).isEqualTo(NOON.plus(Duration.ofHours(24)));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-20T12:00:00Z, 07:00, UTC, 2025-11-20T07:00:00Z",
        "2025-11-20T06:59:59Z, 07:00, UTC, 2025-11-19T07:00:00Z",
        "2025-11-20T07:00:00Z, 07:00, UTC, 2025-11-20T07:00:00Z",
        "2025-11-20T05:30:00Z, 07:00, Europe/Kyiv, 2025-11-20T05:00:00Z",
        "2025-03-30T12:00:00Z, 03:30, Europe/Kyiv, 2025-03-30T01:30:00Z", // an hour that this day does not have
        "2025-10-26T12:00:00Z, 03:30, Europe/Kyiv, 2025-10-26T00:30:00Z" // and one that this day has twice
    })
    void aMailIsDueOnceADay(Instant now, LocalTime at, ZoneId zone, Instant last) {
        assertThat(Issue.lastBefore(now, at, zone)).isEqualTo(last);
    }
}
