// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.deadline.ledger.Change;
import org.pointwatch.domain.deadline.ledger.LedgerDeadline;
import org.pointwatch.wire.record.Deadline;

/**
 * A deadline that has become another: what was published of it, and what is now. The stream of these is what follows
 * deadlines inside the topology, keyed by deadline id; all that happened within half a second of a binding is one change, so
 * {@code after} may have more than one new entry in its history.
 *
 * <p>An id that turns up merged ({@link LedgerDeadline#into}) gives way to another, which may be new with it: nothing
 * happened to the deadline itself. {@link Change#live} and {@link LedgerDeadline#live} tell news from history read again.
 *
 * @param before null if it is new
 * @param after null if nothing mentions it any more, as if it had never been
 */
record DeadlineChange(@Nullable LedgerDeadline before, @Nullable LedgerDeadline after) {

    /** What the topic says; null for a tombstone. */
    @Nullable
    Deadline record() {
        return after == null ? null : record(after);
    }

    static Deadline record(LedgerDeadline d) {
        return new Deadline(
                d.id(),
                d.due(),
                d.precision().label(),
                d.status().label(),
                d.history().stream().map(DeadlineChange::change).toList(),
                d.points(),
                d.actors(),
                d.setBy(),
                d.binding().bound(),
                d.stories(),
                d.firstSeen(),
                d.lastSeen(),
                d.evidence(),
                d.evidenceArticle(),
                d.into());
    }

    private static Deadline.Change change(Change c) {
        return new Deadline.Change(c.at(), c.status().label(), c.due(), c.article(), c.by(), c.evidence());
    }
}
