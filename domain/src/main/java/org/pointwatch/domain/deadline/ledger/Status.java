// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline.ledger;

import java.util.Locale;
import java.util.Optional;

/** What a statement does to a deadline, and how a deadline stands. */
public enum Status {
    SET,
    REPEATED,
    MOVED,
    SOFTENED,
    DENIED,
    PASSED,
    /** The id is no longer used: an earlier day became known, and so another id. */
    MERGED;

    /** As it is written. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of a mention; empty for a word that none can have. */
    public static Optional<Status> stated(String label) {
        for (var status : values()) {
            if (status != MERGED && status.label().equals(label)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /** Whether the deadline is still to come. */
    public boolean open() {
        return this == SET || this == REPEATED || this == MOVED || this == SOFTENED;
    }

    /** Whether such a statement names a day as one to keep to. */
    boolean affirms() {
        return this == SET || this == REPEATED || this == MOVED;
    }
}
