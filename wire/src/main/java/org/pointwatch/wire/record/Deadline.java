// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One real-world deadline across stories.
 *
 * @param due ISO local date of the last day, or date-time with offset at precision hour
 * @param into the deadline this one was merged into, null otherwise
 */
public record Deadline(
        String id,
        @Nullable String due,
        String precision,
        String status,
        List<Change> history,
        List<String> points,
        List<String> actors,
        @Nullable String setBy,
        @Nullable String bound,
        long stories,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable String evidence,
        @Nullable String into) {

    /** A change of status, with the article that made it. */
    public record Change(Instant at, String status, @Nullable String due, @Nullable String article) {}
}
