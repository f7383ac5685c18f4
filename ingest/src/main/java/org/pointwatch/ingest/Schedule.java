// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.http.AddressGate;
import org.pointwatch.ingest.poll.PollPolicy;
import org.pointwatch.wire.record.FeedState;

/**
 * What is asked when, of all feeds of this process: their states, as polls leave them behind or a former owner left
 * them, go in; the next feed to ask comes out. Not thread-safe, but for {@link #pace}.
 */
final class Schedule {
    private final PollPolicy policy;
    private final Duration spacing;
    private final PollQueue queue;
    private final Pace pace = new Pace();

    /** @param doubtful feeds that failed last time which may be asked at the same time */
    Schedule(PollPolicy policy, Duration spacing, int doubtful) {
        this(policy, spacing, doubtful, AddressGate.OPEN);
    }

    /** As above; {@code gate} knows whose turn it is at an address. */
    Schedule(PollPolicy policy, Duration spacing, int doubtful, AddressGate gate) {
        this.policy = policy;
        this.spacing = spacing;
        this.queue = new PollQueue(spacing, doubtful, gate);
    }

    Pace pace() {
        return pace;
    }

    /**
     * Takes over a feed.
     *
     * @param state as kept, null if it was never asked
     * @param marks of the former owner
     */
    void open(String feed, @Nullable FeedState state, Marks marks, Instant now) {
        if (state != null) {
            recall(state);
        }
        var due = state == null ? now : state.nextPoll();
        var asked = marks.unanswered(feed, state == null ? null : state.lastPoll());
        if (asked == null) {
            marks.answered(feed);
        } else {
            var lost = policy.afterLost(feed, asked, state);
            due = lost.isAfter(due) ? lost : due;
            queue.hold(address(feed, state), asked.plus(spacing));
        }
        put(feed, state, due);
    }

    /** What a former owner knew of the host: when it was asked last, and the patience that it asked for. */
    private void recall(FeedState state) {
        pace.put(state);
        var address = FeedPoll.address(state);
        if (state.lastPoll() != null) {
            queue.hold(address, state.lastPoll().plus(spacing));
        }
        var held = state.polling() == null ? null : state.polling().heldUntil();
        if (held != null) {
            queue.hold(address, held);
        }
    }

    /** A feed that is new on the list, or put there again. */
    void ask(String feed, @Nullable FeedState state, Instant at) {
        put(feed, state, at);
    }

    /**
     * A request has ended.
     *
     * @param asked the address that it went to
     * @param patience how long its host is left alone, null for no wish
     * @param state as it is kept now; null if the feed is ours no more
     */
    void answered(String feed, String asked, @Nullable Duration patience, @Nullable FeedState state, Instant now) {
        queue.done(feed);
        if (patience != null) {
            queue.hold(asked, now.plus(patience));
        }
        if (state != null) {
            pace.put(state);
            put(feed, state, state.nextPoll());
        }
    }

    private void put(String feed, @Nullable FeedState state, Instant at) {
        if (at.isBefore(PollPolicy.NEVER)) {
            queue.schedule(feed, address(feed, state), at, state != null && state.failures() > 0);
        } else {
            queue.remove(feed);
        }
    }

    private static String address(String feed, @Nullable FeedState state) {
        return state == null ? feed : FeedPoll.address(state);
    }

    /** The next feed to ask, its host taken until it has answered; null if there is none now. */
    @Nullable
    String take(Instant now) {
        return queue.take(now);
    }

    void remove(String feed) {
        queue.remove(feed);
        pace.remove(feed);
    }

    void release(String feed) {
        queue.done(feed);
    }
}
