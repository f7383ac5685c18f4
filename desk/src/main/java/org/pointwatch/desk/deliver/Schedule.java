// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When to try again: at once, soon, then ever more seldom over three days. */
final class Schedule {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    static final int MOST_ATTEMPTS = PAUSES.size() + 1;

    private static final Duration LONGEST_WISH = Duration.ofHours(24);
    private static final double SPREAD = 0.2;

    private Schedule() {}

    /**
     * @param attempts that have failed, from 1
     * @param asked how long the other side asked to be left alone; null if it did not
     * @param chance 0 to 1, spreads what failed at one moment
     * @return null if it has been tried often enough
     */
    static @Nullable Instant next(int attempts, Instant now, @Nullable Duration asked, double chance) {
        if (attempts >= MOST_ATTEMPTS) {
            return null;
        }
        var planned = PAUSES.get(Math.max(1, attempts) - 1);
        var spread = (long) (planned.toMillis() * SPREAD * chance);
        var own = now.plus(planned).plusMillis(spread);
        if (asked == null) {
            return own;
        }
        var theirs = now.plus(asked.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : asked);
        return theirs.isAfter(own) ? theirs : own;
    }
}
