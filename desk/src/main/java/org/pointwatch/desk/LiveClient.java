// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * One reader of the stream. Events wait in a bounded queue while the last write is not done; a reader that falls behind
 * loses the queue and gets a snapshot instead, so that it costs no more memory than that and holds up nobody.
 */
final class LiveClient extends IteratingCallback {
    static final int MOST_WAITING = 32;

    private final Pipe pipe;
    private final Consumer<LiveClient> catchUp;
    private final Consumer<Throwable> gone;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean behind;

    /** Where bytes go; calls back when the next may come. */
    interface Pipe {
        void write(ByteBuffer bytes, Callback done);
    }

    /**
     * @param catchUp called when the reader that fell behind can take more: must {@link #restart} it
     * @param gone called once, when a write failed
     */
    LiveClient(Pipe pipe, Consumer<LiveClient> catchUp, Consumer<Throwable> gone) {
        this.pipe = pipe;
        this.catchUp = catchUp;
        this.gone = gone;
    }

    /** Queues an event; false if the reader has just fallen behind. To be followed by {@link #iterate}. */
    synchronized boolean offer(byte[] event) {
        if (behind) {
            return true;
        }
        if (waiting.size() == MOST_WAITING) {
            waiting.clear();
            behind = true;
            return false;
        }
        waiting.add(event);
        return true;
    }

    /** Queues what may as well be left out. */
    synchronized void offerIfIdle(byte[] event) {
        if (waiting.isEmpty() && !behind) {
            waiting.add(event);
        }
    }

    /** Begins again with a snapshot. */
    synchronized void restart(byte[] snapshot) {
        waiting.clear();
        waiting.add(snapshot);
        behind = false;
    }

    synchronized int backlog() {
        return waiting.size();
    }

    private synchronized boolean isBehind() {
        return behind;
    }

    private synchronized byte @Nullable [] next() {
        return waiting.poll();
    }

    @Override
    protected Action process() {
        if (isBehind()) {
            catchUp.accept(this);
        }
        var event = next();
        if (event == null) {
            return Action.IDLE;
        }
        pipe.write(ByteBuffer.wrap(event), this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        gone.accept(cause);
    }
}
