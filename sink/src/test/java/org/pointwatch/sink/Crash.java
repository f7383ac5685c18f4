// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.util.concurrent.atomic.AtomicInteger;

/** Ends a sink at its n-th checkpoint (claims of several partitions count as none) as a kill would: nothing after it runs, the open transaction is lost. */
final class Crash implements Checkpoint {
    /** Not to be caught by anything that handles exceptions. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final int at;
    private final AtomicInteger passed = new AtomicInteger();

    Crash(int at) {
        this.at = at;
    }

    @Override
    public void passed(Step step) {
        if (step != Step.CLAIMED && passed.incrementAndGet() == at) {
            throw new Killed();
        }
    }

    boolean happened() {
        return passed.get() >= at;
    }
}
