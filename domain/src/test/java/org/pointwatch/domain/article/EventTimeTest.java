// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.article;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class EventTimeTest {
    @ParameterizedTest(name = "{0} -> {1} ({2})")
    @CsvSource(
            nullValues = "none",
            value = {
                "none,                     2025-11-20T12:00:00Z, FIRST_SEEN",
                "2025-11-20T11:59:59Z,     2025-11-20T11:59:59Z, PUBLISHED",
                "2025-11-20T12:00:00Z,     2025-11-20T12:00:00Z, PUBLISHED",
                "2025-11-20T12:00:00.001Z, 2025-11-20T12:00:00Z, PUBLISHED_CLAMPED",
                "2099-01-01T00:00:00Z,     2025-11-20T12:00:00Z, PUBLISHED_CLAMPED",
                "2025-10-16T12:00:00Z,     2025-10-16T12:00:00Z, PUBLISHED",
                "2025-10-16T11:59:59Z,     2025-10-16T12:00:00Z, PUBLISHED_CLAMPED",
                "1970-01-01T00:00:00Z,     2025-10-16T12:00:00Z, PUBLISHED_CLAMPED",
                "-1000000000-01-01T00:00:00Z, 2025-10-16T12:00:00Z, PUBLISHED_CLAMPED",
                "+1000000000-12-31T23:59:59Z, 2025-11-20T12:00:00Z, PUBLISHED_CLAMPED",
            })
    void believesAClaimedTimeWithinTheHorizonBeforeFirstSight(Instant published, Instant at, EventTime.Source source) {
        var firstSeen = Instant.parse("2025-11-20T12:00:00Z");
        assertThat(EventTime.of(published, firstSeen)).isEqualTo(new EventTime(at, source));
    }
}
