// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that the sink waits for: said once, then every ten seconds, then that it is back. */
final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Duration REMINDER = Duration.ofSeconds(10);

    private final String what;
    private final InstantSource clock;
    private final Counter begun;
    private @Nullable Instant since;
    private Instant said = Instant.EPOCH;

    Outage(String what, InstantSource clock, Counter begun) {
        this.what = what;
        this.clock = clock;
        this.begun = begun;
    }

    boolean lasts() {
        return since != null;
    }

    void is(String detail) {
        var now = clock.instant();
        if (since == null) {
            since = now;
            begun.increment();
            say(now, "the sink waits for " + what + ": " + detail);
        } else if (!now.isBefore(said.plus(REMINDER))) {
            var seconds = Duration.between(since, now).toSeconds();
            say(now, "the sink still waits for " + what + ", for " + seconds + " s now: " + detail);
        }
    }

    private void say(Instant now, String message) {
        said = now;
        LOG.warn("{}", message);
    }

    void over() {
        if (since != null) {
            LOG.info(
                    "{} is back after {} s",
                    what,
                    Duration.between(since, clock.instant()).toSeconds());
            since = null;
        }
    }
}
