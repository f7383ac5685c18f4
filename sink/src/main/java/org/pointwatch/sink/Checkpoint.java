// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.SQLException;

/** Called between any two steps that can be interrupted. Does nothing but in tests, which crash, wait or fail there. */
@FunctionalInterface
interface Checkpoint {
    Checkpoint NONE = step -> {};

    /** What has just been done. */
    enum Step {
        POLLED,
        CLAIMED,
        CLAIM_COMMITTED,
        MONTHS_MADE,
        LOCKED,
        ROWS_WRITTEN,
        CHILDREN_DELETED,
        LETTERS_SENT,
        OFFSETS_ADVANCED,
        COMMITTED,
        LAG_SHOWN
    }

    void passed(Step step) throws SQLException;
}
