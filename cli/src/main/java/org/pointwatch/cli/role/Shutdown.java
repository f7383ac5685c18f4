// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.pointwatch.cli.term.Failure;

/**
 * Lets SIGTERM and Ctrl-C end a command in order: the JVM waits until the command has closed what it opened. Opened
 * before anything else, closed after everything else.
 */
public final class Shutdown implements AutoCloseable {
    private static final long LONGEST_SECONDS = 19;

    private final CompletableFuture<Throwable> asked = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::hold, "shutdown");

    public Shutdown() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static final class Asked extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void hold() {
        asked.complete(new Asked());
        try {
            closed.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the process has been asked to end. */
    public boolean isAsked() {
        return asked.isDone();
    }

    /**
     * Returns when the process is asked to end.
     *
     * @throws Failure if something failed before that
     */
    public void await(CompletableFuture<Throwable> failure) throws InterruptedException {
        try {
            var reason = CompletableFuture.anyOf(asked, failure).get();
            if (!(reason instanceof Asked)) {
                var trouble = (Throwable) reason;
                throw Failure.of(String.valueOf(trouble.getMessage()), trouble);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes these exceptionally", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            asked.complete(new Asked()); // the process is ending already, and the hook with it
        }
    }
}
