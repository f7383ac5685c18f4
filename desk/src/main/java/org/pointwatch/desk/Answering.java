// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Threads for answers that may have to wait for the database: as long as it hangs, pages, counts and health are answered by
 * those of the web server all the same.
 */
final class Answering implements AutoCloseable {
    /** A few more than the database is asked by at once, so that those who find it away are told so meanwhile. */
    private static final int THREADS = 12;

    private static final int MOST_WAITING = 1_000;

    private final ThreadPoolExecutor threads;
    private final Counter refused;

    Answering(MeterRegistry metrics) {
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), work -> {
                    var thread = new Thread(work, "desk-answers");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        refused = metrics.counter("pointwatch.desk.refused", "reason", "busy");
        metrics.gauge("pointwatch.desk.answers.waiting", threads, all -> all.getQueue()
                .size());
    }

    /** Sends what {@code answer} gives, when its turn comes. */
    void send(Request request, Response response, Callback callback, Supplier<Reply> answer) {
        try {
            threads.execute(() -> Router.answered(request, answer).send(response, callback));
        } catch (RejectedExecutionException e) {
            refused.increment();
            Reply.error(503, "too many ask at once: try again in a moment")
                    .with("Retry-After", "5")
                    .send(response, callback);
        }
    }

    /** A route whose answers ask the database. */
    Router.Route route(Router.Answer answer) {
        return (request, response, callback) -> send(request, response, callback, () -> answer.to(request));
    }

    /** Who still waits is cut off, as the server stops with it. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
