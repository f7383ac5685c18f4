// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Duration;
import java.time.Instant;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.domain.ledger.Window;

/**
 * What must be known of a target's windows to go on after a restart as if there had been none.
 *
 * @param rolled when they were last summed
 * @param changed a bit for each window that says something else since
 * @param published there are values of them in the topic
 */
record RollingMark(Instant rolled, int changed, boolean published) {
    static final RollingMark NEVER = new RollingMark(Instant.EPOCH, 0, false);

    static final Duration LEAST_PAUSE = Duration.ofMinutes(1);

    private static final int EVERY = (1 << Window.values().length) - 1;

    RollingMark with(Counted counted) {
        if (counted.cameOrWent() && Window.inHistory(counted.bucket(), rolled)) {
            return new RollingMark(rolled, EVERY, published);
        }
        var changes = changed;
        for (var window : Window.values()) {
            changes |= window.uses(counted.bucket(), rolled) ? bit(window) : 0;
        }
        return new RollingMark(rolled, changes, published);
    }

    /** A clock that was set back is followed, too. */
    boolean due(Instant now) {
        var pause = Duration.between(rolled, now).abs();
        return pause.compareTo(LEAST_PAUSE) >= 0 && (changed != 0 || slid(now));
    }

    boolean shows(Window window, Instant now) {
        return !published || slid(now) || (changed & bit(window)) != 0;
    }

    private boolean slid(Instant now) {
        return !Target.bucket(now).equals(Target.bucket(rolled));
    }

    private static int bit(Window window) {
        return 1 << window.ordinal();
    }
}
