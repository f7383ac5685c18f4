// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The formatter of {@code java.time} is the oracle. */
class FastInstantsTest {
    @Test
    void writesAndReadsAsTheFormatterDoes() {
        var random = new SplittableRandom(1);
        for (var i = 0; i < 200_000; i++) {
            var nanos = i % 3 == 0 ? random.nextInt(1_000) * 1_000_000L : 0;
            var instant = Instant.ofEpochSecond(random.nextLong(-80_000_000_000L, 300_000_000_000L), nanos);
            assertThat(FastInstants.format(instant)).isEqualTo(instant.toString());
            assertThat(FastInstants.parse(instant.toString())).isEqualTo(instant);
        }
    }

    @Test
    void everyDayOfALeapYearIsRead() {
        for (var day = 0; day < 366; day++) {
            var instant = Instant.parse("2024-01-01T23:59:59Z").plusSeconds(day * 86_400L);
            assertThat(FastInstants.parse(instant.toString())).isEqualTo(instant);
        }
    }

    @Test
    void refusesWhatTheFormatterRefuses() {
        for (var wrong :
                new String[] {"", "2025-02-30T00:00:00Z", "2025-13-01T00:00:00Z", "2025-01-01T24:00:01Z", "x"}) {
            assertThatThrownBy(() -> FastInstants.parse(wrong)).isInstanceOf(DateTimeException.class);
        }
    }
}
