// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One real-world deadline across stories.
 *
 * @param due ISO local date of the last day, or date-time with offset at precision hour
 * @param status set, repeated, moved, softened, denied, passed, or merged into another one
 * @param actors who set, moved or denied it, and whom it binds
 * @param setBy who set it, as the earliest mention that names somebody has it
 * @param stories originals and rewrites that mention it
 * @param evidence the sentence of the earliest original that names the day, cut at 500 characters
 * @param evidenceArticle the article that it is in
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
        @Nullable String evidenceArticle,
        @Nullable String into) {

    /**
     * A change of status.
     *
     * @param article the article that made it; null where time did, as are the last two
     * @param by actor id of who said so, null if the sentence does not say
     * @param evidence the sentence, cut at 500 characters
     */
    public record Change(
            Instant at,
            String status,
            @Nullable String due,
            @Nullable String article,
            @Nullable String by,
            @Nullable String evidence) {}
}
