// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class PollPolicyTest {
    private static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");
    private static final String FEED = "https://a.example/rss";

    private final PollPolicy policy = new PollPolicy(Duration.ofHours(1), Duration.ofMinutes(15), Duration.ofHours(24));

    private static Duration after(Instant next) {
        return Duration.between(NOW, next);
    }

    @Test
    void spreadsTheUsualIntervalByATenthAndAlwaysTheSameForOneFeed() {
        for (var i = 0; i < 200; i++) {
            var feed = "https://a.example/" + i;
            assertThat(after(policy.afterSuccess(feed, NOW, null, null)))
                    .isBetween(Duration.ofMinutes(54), Duration.ofMinutes(66));
            assertThat(policy.afterSuccess(feed, NOW, null, null))
                    .isEqualTo(policy.afterSuccess(feed, NOW, null, null));
        }
        assertThat(policy.afterSuccess("https://a.example/1", NOW, null, null))
                .isNotEqualTo(policy.afterSuccess("https://a.example/2", NOW, null, null));
    }

    @Test
    void neverAsksWithinWhatFeedOrServerWished() {
        assertThat(after(policy.afterSuccess(FEED, NOW, Duration.ofHours(3), Duration.ofHours(2))))
                .isGreaterThanOrEqualTo(Duration.ofHours(3));
        assertThat(after(policy.afterSuccess(FEED, NOW, null, Duration.ofHours(12))))
                .isBetween(Duration.ofHours(12), Duration.ofHours(14));
        assertThat(after(policy.afterSuccess(FEED, NOW, Duration.ofMinutes(1), null)))
                .isGreaterThan(Duration.ofMinutes(50));
        assertThat(after(policy.afterSuccess(FEED, NOW, Duration.ofDays(300), null)))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void staysWithinItsBounds() {
        var hasty = new PollPolicy(Duration.ofSeconds(1), Duration.ofMinutes(15), Duration.ofHours(24));
        assertThat(after(hasty.afterSuccess(FEED, NOW, null, null))).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void doublesAfterEachFailureUpToTheLongest() {
        var first = after(policy.afterFailure(FEED, NOW, 1));
        assertThat(after(policy.afterFailure(FEED, NOW, 2))).isCloseTo(first.multipliedBy(2), Duration.ofSeconds(1));
        assertThat(after(policy.afterFailure(FEED, NOW, 40))).isEqualTo(Duration.ofHours(24));
        assertThat(after(policy.afterFailure(FEED, NOW, Integer.MAX_VALUE))).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void honoursRetryAfterBeyondItsOwnBoundsButNotForever() {
        assertThat(after(policy.afterRefusal(FEED, NOW, 1, Duration.ofDays(3))))
                .isBetween(Duration.ofDays(3), Duration.ofDays(4));
        assertThat(after(policy.afterRefusal(FEED, NOW, 1, Duration.ofDays(700))))
                .isEqualTo(Duration.ofDays(7));
        assertThat(after(policy.afterRefusal(FEED, NOW, 1, Duration.ofSeconds(1))))
                .isEqualTo(Duration.ofHours(1));
        assertThat(after(policy.afterRefusal(FEED, NOW, 1, null))).isBetween(Duration.ofHours(4), Duration.ofHours(5));
        assertThat(after(policy.afterRefusal(FEED, NOW, 2, null))).isBetween(Duration.ofHours(8), Duration.ofHours(9));
    }

    @Test
    void believesOnlyTheSecondGone() {
        assertThat(after(policy.afterGone(NOW, 1))).isEqualTo(Duration.ofHours(24));
        assertThat(policy.afterGone(NOW, 2)).isEqualTo(PollPolicy.NEVER);
    }
}
