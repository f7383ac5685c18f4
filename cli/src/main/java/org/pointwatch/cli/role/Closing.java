// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what was started, whatever else goes wrong on the way. */
public final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    /** A failure to close is logged: it must not keep the next one from being closed. */
    public static void quietly(AutoCloseable service) {
        try {
            service.close();
        } catch (Exception e) {
            LOG.warn("{} did not close in order: {}", service.getClass().getSimpleName(), e.toString());
        }
    }

    /** All at the same time; those that need longer than the patience are left to the end of the process. */
    public static void together(List<? extends AutoCloseable> services, Duration patience) {
        var threads = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "closing");
            thread.setDaemon(true);
            return thread;
        });
        var all = CompletableFuture.allOf(services.stream()
                .map(s -> CompletableFuture.runAsync(() -> quietly(s), threads))
                .toArray(CompletableFuture<?>[]::new));
        try {
            all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn(
                    "not all roles ended within {} s; what was unfinished is done again at the next start",
                    patience.toSeconds());
        } catch (ExecutionException e) {
            throw new IllegalStateException("closing quietly does not fail", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdown();
        }
    }
}
