// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.proxy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pointwatch.testkit.proxy.TcpProxy.Direction;

/** What is to be done to the next bytes, asked by every pump for each chunk. */
final class Faults {
    private boolean stalled;
    private @Nullable Direction cutting;
    private long left;
    private byte @Nullable [] losing;

    synchronized void stall() {
        stalled = true;
    }

    synchronized void flow() {
        stalled = false;
        notifyAll();
    }

    synchronized void cutAfter(Direction direction, long bytes) {
        cutting = direction;
        left = bytes;
    }

    synchronized void loseAnswer(byte[] holding) {
        losing = holding.clone();
    }

    synchronized boolean done() {
        return cutting == null && losing == null;
    }

    /** How many of the bytes may pass; if not all, the connection ends behind them. Waits while nothing may pass. */
    synchronized int passing(Direction direction, byte[] chunk, int length) throws IOException {
        awaitFlow();
        if (direction == Direction.TO_CLIENT && losing != null && holds(chunk, length, losing)) {
            losing = null;
            return 0;
        }
        if (cutting == direction) {
            left -= length;
            if (left < 0) {
                cutting = null;
                return (int) (length + left);
            }
        }
        return length;
    }

    private void awaitFlow() throws IOException {
        try {
            while (stalled) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while nothing may pass");
        }
    }

    private static boolean holds(byte[] chunk, int length, byte[] wanted) {
        for (int from = 0; from + wanted.length <= length; from++) {
            if (Arrays.equals(chunk, from, from + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
