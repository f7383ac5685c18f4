// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.websub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what hubs send, with few threads and little patience: all that can be lost here is a hint. */
final class PushListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PushListener.class);
    private static final int THREADS = 16;
    private static final int WAITING = 256;
    private static final long LONGEST_SECONDS = 15;
    private static final int LONGEST_QUERY = 8_192;

    private final Callbacks callbacks;
    private final HttpServer server;
    private final ExecutorService threads;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(PushListener::daemon);

    PushListener(InetSocketAddress where, Callbacks callbacks) {
        this.callbacks = callbacks;
        this.threads = Executors.newFixedThreadPool(THREADS, PushListener::daemon);
        try {
            server = HttpServer.create(where, WAITING);
        } catch (IOException e) {
            threads.shutdownNow();
            watchdog.shutdownNow();
            throw new UncheckedIOException("websub.listen: cannot listen on " + where + ": " + e.getMessage(), e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "websub");
        thread.setDaemon(true);
        return thread;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var alarm = watchdog.schedule(exchange::close, LONGEST_SECONDS, TimeUnit.SECONDS);
        try (exchange) {
            var reply = reply(exchange);
            var body = reply.body() == null ? new byte[0] : reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException | RuntimeException e) {
            callbacks.count("broken");
            LOG.debug("a message of a hub did not come whole", e);
        } finally {
            alarm.cancel(false);
        }
    }

    private Callbacks.Reply reply(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var name = path.substring(path.lastIndexOf('/') + 1);
        return switch (exchange.getRequestMethod()) {
            case "GET" -> callbacks.verify(name, query(exchange.getRequestURI().getRawQuery()));
            case "POST" ->
                callbacks.pushed(
                        name,
                        exchange.getRequestHeaders().getFirst("X-Hub-Signature"),
                        length(exchange.getRequestHeaders().getFirst("Content-Length")),
                        exchange.getRequestBody());
            default -> new Callbacks.Reply(405, null);
        };
    }

    private static long length(@Nullable String claimed) {
        return claimed != null && claimed.matches("[0-9]{1,18}") ? Long.parseLong(claimed) : -1;
    }

    private static Map<String, String> query(@Nullable String raw) {
        var query = new HashMap<String, String>();
        if (raw == null || raw.length() > LONGEST_QUERY) {
            return query;
        }
        for (var pair : raw.split("&")) {
            var at = pair.indexOf('=');
            if (at > 0) {
                query.putIfAbsent(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        watchdog.shutdownNow();
    }
}
