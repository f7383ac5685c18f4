// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an actor stands on a point: support, oppose, conditional or unknown, with the quotation that shows it. */
public record Stance(
        String actor,
        String point,
        String stance,
        @Nullable String quotation,
        @Nullable String article,
        Instant at,
        long n,
        List<Earlier> history) {

    /** An earlier stance. */
    public record Earlier(Instant at, String stance, @Nullable String article) {}
}
