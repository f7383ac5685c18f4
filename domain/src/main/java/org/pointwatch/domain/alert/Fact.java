// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.figure.Figure;

/** Something about one target that was reported. */
public sealed interface Fact {

    /**
     * The target was in the news.
     *
     * @param tone of that article toward it in its own voice, in thousandths; null if it has none
     */
    record Sighted(Source source, @Nullable Integer tone) implements Fact {
        public Sighted(Source source) {
            this(source, null);
        }
    }

    /** What one article says in numbers about one point. */
    record Counted(List<Figure> figures, Source source) implements Fact {
        public Counted {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A deadline as it stands now.
     *
     * @param id in the ledger of deadlines
     * @param due as in the ledger
     * @param over when it will have passed, null if nobody can tell
     * @param status set, repeated, moved, softened, denied, passed or merged
     * @param into the deadline that it is merged into
     * @param source of the latest change
     */
    record Deadline(
            String id,
            @Nullable String bound,
            @Nullable String setBy,
            @Nullable String due,
            @Nullable Instant over,
            String precision,
            String status,
            @Nullable String into,
            long stories,
            Source source)
            implements Fact {}

    /** Nobody speaks of this deadline any more: what spoke of it was withdrawn or edited. */
    record DeadlineGone(String id) implements Fact {}
}
