// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * What somebody posts, taken in as it comes: no thread waits for the rest, no more is kept than the longest article needs, and
 * who takes too long over it is told so.
 */
final class PostedBody implements Runnable {
    /** Room for the longest article and its JSON. */
    static final int MOST_BYTES = 1 << 20;

    /** Of a longer body so much is read and dropped: who is still sending when the connection ends never sees the answer. */
    static final int MOST_DROPPED = 4 << 20;

    /** Of all bodies that are on their way or being answered, together. */
    static final long MOST_HELD = 64L << 20;

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Request request;
    private final AtomicLong room;
    private final Consumer<byte[]> whole;
    private final Consumer<Reply> refused;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final AtomicLong held = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();
    private boolean tooLong;
    private long seen;

    private PostedBody(Request request, AtomicLong room, Consumer<byte[]> whole, Consumer<Reply> refused) {
        this.request = request;
        this.room = room;
        this.whole = whole;
        this.refused = refused;
    }

    /**
     * Gives the body to {@code whole}, or what to answer instead to {@code refused}; one of them, once.
     *
     * @param room bytes that may still be held; those of this body are given back when it is answered
     */
    static void read(
            Request request, Duration patience, AtomicLong room, Consumer<byte[]> whole, Consumer<Reply> refused) {
        var body = new PostedBody(request, room, whole, refused);
        body.tooLong = request.getLength() > MOST_BYTES;
        if (request.getLength() > MOST_DROPPED) {
            body.tooLong();
            return;
        }
        var alarm = request.getComponents()
                .getScheduler()
                .schedule(() -> body.late(patience), patience.toMillis(), TimeUnit.MILLISECONDS);
        Request.addCompletionListener(request, failure -> {
            alarm.cancel();
            room.addAndGet(body.held.getAndSet(0));
        });
        body.run();
    }

    /** Takes what has arrived, and comes back when there is more. */
    @Override
    public void run() {
        while (!ended.get()) {
            var chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                end(() -> refused.accept(closing(400, "the body broke off: send it again")));
                return;
            }
            take(chunk);
        }
    }

    private void take(Content.Chunk chunk) {
        seen += chunk.getByteBuffer().remaining();
        tooLong |= seen > MOST_BYTES;
        var full = !tooLong && !keep(chunk);
        var last = chunk.isLast();
        chunk.release();
        if (full) {
            end(() -> refused.accept(closing(503, "too much is sent at once: try again in a moment")
                    .with("Retry-After", "5")));
        } else if (tooLong && (last || seen > MOST_DROPPED)) {
            tooLong();
        } else if (last) {
            end(() -> whole.accept(read.toByteArray()));
        }
    }

    /** Whether there was room for it. */
    private boolean keep(Content.Chunk chunk) {
        var bytes = new byte[chunk.getByteBuffer().remaining()];
        chunk.getByteBuffer().get(bytes);
        read.writeBytes(bytes);
        held.addAndGet(bytes.length);
        return room.addAndGet(-bytes.length) >= 0;
    }

    private void tooLong() {
        end(() -> refused.accept(closing(413, "the body is too long: send at most " + MOST_BYTES + " bytes")));
    }

    private void late(Duration patience) {
        end(() -> refused.accept(
                closing(408, "the body did not come within " + patience.toSeconds() + " s: send it faster")));
    }

    private void end(Runnable how) {
        if (ended.compareAndSet(false, true)) {
            how.run();
        }
    }

    private static Reply closing(int status, String words) {
        return Reply.error(status, words).with("Connection", "close");
    }
}
