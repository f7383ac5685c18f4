// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WindowTest {
    private static final Instant NOW = Instant.parse("2025-11-22T12:07:00Z");

    @Test
    void aBucketIsUsedByTheWindowsThatSayOrExpectSomethingOfIt() {
        assertThat(using(Duration.ZERO)).containsExactly("1h", "6h", "24h", "7d", "28d");
        assertThat(using(Duration.ofHours(3))).containsExactly("6h", "24h", "7d", "28d");
        assertThat(using(Duration.ofDays(3))).containsExactly("7d", "28d");
        assertThat(using(Duration.ofDays(7))).containsExactly("1h", "6h", "24h", "7d", "28d");
        assertThat(using(Duration.ofDays(20).plusHours(12))).containsExactly("7d", "28d");
        assertThat(using(Duration.ofDays(40))).containsExactly("28d");
        assertThat(using(Duration.ofDays(56))).isEmpty();
        assertThat(using(Duration.ofMinutes(-15))).isEmpty();
    }

    @Test
    void historyIsSixtyDays() {
        var oldest = Target.bucket(NOW).minus(Duration.ofDays(60)).plus(Target.BUCKET);
        assertThat(Window.inHistory(oldest, NOW)).isTrue();
        assertThat(Window.inHistory(oldest.minus(Target.BUCKET), NOW)).isFalse();
        assertThat(Window.inHistory(Target.bucket(NOW).plus(Target.BUCKET), NOW))
                .isFalse();
    }

    private static List<String> using(Duration age) {
        return Arrays.stream(Window.values())
                .filter(window -> window.uses(Target.bucket(NOW.minus(age)), NOW))
                .map(Window::label)
                .toList();
    }
}
