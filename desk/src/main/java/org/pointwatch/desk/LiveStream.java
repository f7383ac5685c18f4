// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.pointwatch.desk.view.View;
import org.pointwatch.desk.view.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/stream}: server-sent events, one table for each window, two rounds a second. */
final class LiveStream implements Router.Route, AutoCloseable {
    static final String PATH = "/api/stream";

    static final int MOST_CLIENTS = 200;

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final long ROUND_MILLIS = 500;
    private static final long BEAT_MILLIS = 15_000;

    private final Map<Window, LiveTable> tables = new EnumMap<>(Window.class);
    private final AtomicInteger clients = new AtomicInteger();
    private final Counter resyncs;
    private final Counter refused;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "desk-rounds");
        thread.setDaemon(true);
        return thread;
    });

    LiveStream(View view, Progress progress, MeterRegistry metrics, Instant start) {
        for (var window : Window.values()) {
            tables.put(window, new LiveTable(view, window, progress, Long.toString(start.toEpochMilli(), 36)));
        }
        resyncs = metrics.counter("pointwatch.desk.live.resyncs");
        refused = metrics.counter("pointwatch.desk.refused", "reason", "clients");
        metrics.gauge("pointwatch.desk.live.clients", clients);
    }

    void start() {
        rounds.scheduleWithFixedDelay(guarded(this::tick), ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
        rounds.scheduleWithFixedDelay(guarded(this::beat), BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A round that fails is logged; the scheduler would silently never run another. */
    private static Runnable guarded(Runnable round) {
        return () -> {
            try {
                round.run();
            } catch (RuntimeException e) {
                LOG.error("a round of the live stream failed", e);
            }
        };
    }

    void tick() {
        tables.values().forEach(table -> resyncs.increment(table.tick()));
    }

    void beat() {
        tables.values().forEach(LiveTable::beat);
    }

    int clients() {
        return clients.get();
    }

    @Override
    public void serve(Request request, Response response, Callback callback) {
        var table = table(Question.of(request).window());
        if (clients.incrementAndGet() > MOST_CLIENTS) {
            clients.decrementAndGet();
            refused.increment();
            Reply.error(503, "the desk serves " + MOST_CLIENTS + " live readers and has no place left: try again later")
                    .with("Retry-After", "30")
                    .send(response, callback);
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (HttpMethod.HEAD.is(request.getMethod())) {
            clients.decrementAndGet();
            callback.succeeded();
        } else {
            stream(table, request, response, callback);
        }
    }

    private LiveTable table(Window window) {
        var table = tables.get(window);
        if (table == null) {
            throw new IllegalStateException("every window has its table");
        }
        return table;
    }

    private void stream(LiveTable table, Request request, Response response, Callback callback) {
        var here = new AtomicBoolean(true);
        var client =
                new LiveClient((bytes, done) -> response.write(false, bytes, done), table::catchUp, callback::failed);
        Runnable leave = () -> {
            if (here.compareAndSet(true, false)) {
                table.unsubscribe(client);
                clients.decrementAndGet();
            }
        };
        Request.addCompletionListener(request, failure -> leave.run());
        table.subscribe(client, request.getHeaders().get("Last-Event-ID"));
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
