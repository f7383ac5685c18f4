// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import java.time.Instant;
import java.util.Collection;

/** What is kept of one target's buckets. */
public interface Buckets {
    /** The buckets that hold anything, from {@code from} to before {@code to}, the earliest first, until it had enough. */
    void visit(Instant from, Instant to, Visitor visitor);

    /** Each outlet with articles in the bucket, once. */
    Collection<String> outlets(Instant bucket);

    /** Sees one bucket after the other. */
    interface Visitor {
        /** Whether it wants to see the next one too. */
        boolean visit(Instant bucket, Counts counts);
    }
}
