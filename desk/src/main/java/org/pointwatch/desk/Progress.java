// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How the desk's reading of the topics gets on; written by the reader, read by health checks and pages. */
final class Progress {
    /** Records are there, and none was read for this long: something is wrong. */
    static final Duration STALLED_AFTER = Duration.ofMinutes(1);

    private static final String READING = "reading the topics from their beginning";

    private final InstantSource clock;
    private State state = State.STARTING;
    private String words = "the desk has not reached Kafka yet";
    private boolean caughtUp;
    private long records;
    private long lag;
    private Instant lastAdvance;

    enum State {
        STARTING,
        CATCHING_UP,
        LIVE,
        WAITING
    }

    /**
     * @param records read since the start
     * @param lag records known to be waiting
     * @param lastAdvance when a record was last read, or there was none to read
     */
    record Report(boolean ready, State state, String words, long records, long lag, Instant lastAdvance) {}

    Progress(InstantSource clock) {
        this.clock = clock;
        this.lastAdvance = clock.instant();
    }

    /** The topics are there, and reading begins or goes on. */
    synchronized void begins() {
        following();
        lastAdvance = clock.instant();
    }

    /** Kafka cannot be read, for the given reason. */
    synchronized void interrupted(String why) {
        state = State.WAITING;
        words = why;
    }

    /** All that was there at the start has been read. */
    synchronized void live() {
        caughtUp = true;
        following();
    }

    synchronized void read(int count) {
        records += count;
        lastAdvance = count > 0 ? clock.instant() : lastAdvance;
    }

    /** Kafka answered, and said how many records wait. */
    synchronized void waiting(long count) {
        lag = count;
        lastAdvance = count == 0 ? clock.instant() : lastAdvance;
        following();
    }

    private void following() {
        state = caughtUp ? State.LIVE : State.CATCHING_UP;
        words = caughtUp ? "following the topics" : READING;
    }

    synchronized State state() {
        return state;
    }

    synchronized Report report() {
        var stalled = Duration.between(lastAdvance, clock.instant()).compareTo(STALLED_AFTER) > 0;
        var said = stalled && state == State.LIVE ? "records wait, and none was read since " + lastAdvance : words;
        return new Report(state == State.LIVE && !stalled, state, said, records, lag, lastAdvance);
    }
}
