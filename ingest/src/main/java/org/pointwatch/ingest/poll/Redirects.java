// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.Polling.Redirect;

/**
 * When a permanent redirect is taken at its word. A captive portal sends one for every address, and a mistake on a
 * Friday is mended on Monday; so the same target has to be named by several answers in a row over a fortnight, each of
 * which led to the feed as we know it.
 */
public final class Redirects {
    private static final int POLLS = 3;
    private static final Duration SPAN = Duration.ofDays(14);

    private Redirects() {}

    /** @param target where this answer's permanent redirect led, null if there was none */
    public static @Nullable Redirect after(@Nullable Redirect before, @Nullable String target, Instant now) {
        if (target == null) {
            return null;
        }
        return before == null || !before.target().equals(target)
                ? new Redirect(target, now, 1)
                : new Redirect(target, before.since(), before.polls() + 1);
    }

    public static boolean proven(@Nullable Redirect redirect, Instant now) {
        return redirect != null
                && redirect.polls() >= POLLS
                && !now.isBefore(redirect.since().plus(SPAN));
    }
}
