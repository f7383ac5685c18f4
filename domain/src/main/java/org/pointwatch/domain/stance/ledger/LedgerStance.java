// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.stance.Position;

/**
 * Where an actor stands on a point, as all that articles say of it makes it.
 *
 * @param position of the latest statement that tells one; unknown while none does
 * @param shown that statement; null while there is none
 * @param opened the first statement of the unbroken row that ends with it
 * @param lastSeen event time of the latest article with any statement
 * @param articles those with any statement, copies and updates too
 * @param counts statements in originals and rewrites, each article once for each position
 * @param history the rows before, the oldest first
 * @param collapsed rows that were before these
 */
public record LedgerStance(
        StanceKey key,
        Position position,
        @Nullable Shown shown,
        @Nullable Shown opened,
        Instant lastSeen,
        long articles,
        Counts counts,
        List<Row> history,
        long collapsed) {
    public LedgerStance {
        history = List.copyOf(history);
    }

    /** A statement as it is shown. */
    public record Shown(Instant at, String article, String outlet, String words, @Nullable String by) {
        static Shown of(StanceStatement s) {
            return new Shown(s.at(), s.article(), s.outlet(), s.words(), s.by());
        }
    }

    /**
     * Statements in a row that say the same.
     *
     * @param first the first of them
     */
    public record Row(Position position, Shown first) {}

    /** How often which position was told. */
    public record Counts(long support, long oppose, long conditional, long unknown) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Position position) {
            return new Counts(
                    support + (position == Position.SUPPORT ? 1 : 0),
                    oppose + (position == Position.OPPOSE ? 1 : 0),
                    conditional + (position == Position.CONDITIONAL ? 1 : 0),
                    unknown + (position == Position.UNKNOWN ? 1 : 0));
        }

        /** Those that tell a position. */
        public long told() {
            return support + oppose + conditional;
        }
    }

    /** Since when the actor is known to stand there; null while nothing is. */
    public @Nullable Instant since() {
        return opened == null ? null : opened.at();
    }

    /** When it was last told or, while it never was, spoken of. */
    public Instant at() {
        return shown == null ? lastSeen : shown.at();
    }
}
