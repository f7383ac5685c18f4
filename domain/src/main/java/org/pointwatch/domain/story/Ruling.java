// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An analyst's decision about one article, which wins over the algorithm; of several the newest by (at, id) holds.
 *
 * @param with the other article of a merge
 */
public record Ruling(Kind kind, @Nullable String with, Instant at, String id) {
    private static final Comparator<Ruling> BY_AGE =
            Comparator.comparing(Ruling::at).thenComparing(Ruling::id);

    /** What is decided. */
    public enum Kind {
        /** The article is an original, whatever matches it. */
        SPLIT,
        /** The later of the two articles belongs to the story of the earlier, whatever that is. */
        MERGE,
        /** The algorithm decides again. */
        UNDO
    }

    boolean newerThan(@Nullable Ruling other) {
        return other == null || BY_AGE.compare(this, other) > 0;
    }
}
