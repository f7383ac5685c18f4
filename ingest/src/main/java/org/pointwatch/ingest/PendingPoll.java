// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import org.pointwatch.ingest.FeedPoll.Polled;

/** A poll that is to be written; {@code done} once a transaction has taken it up, {@code kept} if that succeeded. */
final class PendingPoll {
    Polled polled;
    boolean done;
    boolean kept;

    PendingPoll(Polled polled) {
        this.polled = polled;
    }
}
