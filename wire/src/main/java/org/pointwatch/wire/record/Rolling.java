// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a target over a window that ends with the bucket of {@code asOf}, and over the window before it.
 *
 * @param window 1h, 6h, 24h, 7d or 28d
 * @param share articles as a part of all articles of the window, null while that is unknown
 * @param shareAsOf the as-of time of the {@code all} record that share was computed with
 * @param baseline mean articles of this window at this hour of the week, null until 14 days of history exist
 * @param surge how far the window stands above its baseline, null like it
 */
public record Rolling(
        String target,
        String window,
        Instant asOf,
        WindowCounts counts,
        WindowCounts previous,
        @Nullable Double share,
        @Nullable Instant shareAsOf,
        @Nullable Double baseline,
        @Nullable Double surge) {

    /** The counts of one window; outlets are distinct over the whole window. */
    public record WindowCounts(
            long articles, long stories, long copies, long updates, long outlets, Coverage.Sentiment sentiment) {}
}
