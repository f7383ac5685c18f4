// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the server again whenever its first process ends unasked: killed by a person, or by a system short of memory. */
final class PostgresKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresKeeper.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final PostgresServer server;
    private final CountDownLatch closing = new CountDownLatch(1);

    private PostgresKeeper(PostgresServer server) {
        this.server = server;
    }

    /** @param server that runs */
    static PostgresKeeper of(PostgresServer server) {
        var keeper = new PostgresKeeper(server);
        var thread = new Thread(keeper::keep, "embedded-database-keeper");
        thread.setDaemon(true);
        thread.start();
        return keeper;
    }

    private void keep() {
        var pause = FIRST_PAUSE;
        try {
            while (!awaitClosing(FIRST_PAUSE)) {
                if (server.runs() || restart()) {
                    pause = FIRST_PAUSE;
                } else {
                    awaitClosing(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitClosing(Duration time) throws InterruptedException {
        return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Never while the server is being stopped. */
    private synchronized boolean restart() {
        if (closing.getCount() == 0) {
            return true;
        }
        LOG.warn("PostgreSQL ended unasked; starting it again");
        try {
            server.start();
            LOG.info("PostgreSQL is back");
            return true;
        } catch (RuntimeException e) {
            LOG.warn("PostgreSQL does not start yet, trying again: {}", e.getMessage());
            return false;
        }
    }

    /** Returns when no restart is under way, and none will be. */
    @Override
    public void close() {
        closing.countDown();
        synchronized (this) {
            LOG.debug("PostgreSQL is on its own");
        }
    }
}
