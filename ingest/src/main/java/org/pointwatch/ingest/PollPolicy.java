// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is asked again; a function of what is known, without a clock or chance of its own. Intervals are spread by
 * up to a tenth either way, always the same for one feed, so that feeds added together drift apart.
 */
record PollPolicy(Duration base, Duration shortest, Duration longest) {
    /** The next poll of a feed that is asked no more. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final Duration UNSAID_PATIENCE = Duration.ofHours(4);
    private static final Duration MOST_PATIENCE = Duration.ofDays(7);
    private static final int MOST_DOUBLINGS = 10;

    /** After a document or its confirmation; hints of feed and server lengthen the interval and never shorten it. */
    Instant afterSuccess(String feed, Instant now, @Nullable Duration ttl, @Nullable Duration freshFor) {
        var hinted = longer(orZero(ttl), orZero(freshFor));
        var spread = longer(times(base, 0.9 + 0.2 * share(feed)), times(hinted, 1 + 0.1 * share(feed)));
        return now.plus(clamped(spread));
    }

    /** @param failures in a row, this one included */
    Instant afterFailure(String feed, Instant now, int failures) {
        return now.plus(clamped(times(doubled(base, failures - 1), 0.9 + 0.2 * share(feed))));
    }

    /** What the server asked for is kept even beyond our longest interval; without it, patience doubles. */
    Instant afterRefusal(String feed, Instant now, int failures, @Nullable Duration retryAfter) {
        var asked = retryAfter == null ? doubled(UNSAID_PATIENCE, failures - 1) : retryAfter;
        var spread = times(asked, 1 + 0.1 * share(feed));
        var bounded = spread.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : spread;
        return now.plus(longer(bounded, clamped(base)));
    }

    /** The first "gone" is asked once more after the longest interval, the second is believed. */
    Instant afterGone(Instant now, int times) {
        return times > 1 ? NEVER : now.plus(longer(longest, Duration.ofHours(24)));
    }

    private Duration clamped(Duration d) {
        return d.compareTo(shortest) < 0 ? shortest : d.compareTo(longest) > 0 ? longest : d;
    }

    private static Duration doubled(Duration d, int doublings) {
        return d.multipliedBy(1L << Math.max(0, Math.min(doublings, MOST_DOUBLINGS)));
    }

    private static Duration times(Duration d, double factor) {
        return Duration.ofMillis(Math.round(d.toMillis() * factor));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration orZero(@Nullable Duration d) {
        return d == null ? Duration.ZERO : d;
    }

    /** 0 to 1, fixed for each feed. */
    private static double share(String feed) {
        return Utils.toPositive(Utils.murmur2(feed.getBytes(StandardCharsets.UTF_8))) / (double) Integer.MAX_VALUE;
    }
}
