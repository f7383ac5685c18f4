// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import org.pointwatch.domain.ledger.Counts;

/**
 * What is kept for good of one bucket of a target.
 *
 * @param touched when the last delta was recorded, in milliseconds of wall clock
 * @param frozen its outlets are no longer kept one by one; their number stays
 */
record KeptCounts(Counts counts, long outlets, long touched, boolean frozen) {
    static final KeptCounts NOTHING = new KeptCounts(Counts.ZERO, 0, 0, false);

    KeptCounts plus(Counts change, long moreOutlets, long at) {
        return new KeptCounts(counts.plus(change), outlets + moreOutlets, Math.max(touched, at), frozen);
    }

    KeptCounts freeze() {
        return new KeptCounts(counts, outlets, touched, true);
    }

    /** Without articles there are no outlets, however many a frozen bucket remembers. */
    boolean nothing() {
        return counts.nothing() && (frozen || outlets == 0);
    }
}
