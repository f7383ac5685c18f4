// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What {@code /health/ready} says. */
record Health(
        boolean ready,
        Progress.State state,
        String words,
        long records,
        long lag,
        Instant lastAdvance,
        @Nullable Instant asOf) {
    static Health of(Progress.Report r, @Nullable Instant asOf) {
        return new Health(r.ready(), r.state(), r.words(), r.records(), r.lag(), r.lastAdvance(), asOf);
    }
}
