// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claimed date after reading.
 *
 * @param at null if there is none, it cannot be read or is out of bounds
 * @param source {@code feed}, {@code feed-date-only}, {@code none} or {@code implausible}
 */
public record FeedDate(@Nullable Instant at, String source) {
    public static final String FEED = "feed";
    public static final String DATE_ONLY = "feed-date-only";
    public static final String NONE = "none";
    public static final String IMPLAUSIBLE = "implausible";

    static final FeedDate ABSENT = new FeedDate(null, NONE);
    static final FeedDate NONSENSE = new FeedDate(null, IMPLAUSIBLE);
}
