// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A publisher on loopback: documents that can be changed, validators, and a log of who asked for what. */
public final class FeedFixtureServer implements AutoCloseable {
    /** @param header of the request, as sent, by lower-case name */
    public record Asked(String path, Map<String, String> header) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, HttpHandler> pages = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public FeedFixtureServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var header = new ConcurrentHashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> header.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        asked.add(new Asked(exchange.getRequestURI().getPath(), header));
        try (exchange) {
            pages.getOrDefault(exchange.getRequestURI().getPath(), e -> e.sendResponseHeaders(404, -1))
                    .handle(exchange);
        }
    }

    /** {@code 127.0.0.1:port}, as an exception to the address guard names it. */
    public String origin() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    public String url(String path) {
        return "http://" + origin() + path;
    }

    public FeedFixtureServer handle(String path, HttpHandler handler) {
        pages.put(path, handler);
        return this;
    }

    public FeedFixtureServer serve(String path, String body) {
        return serve(path, "application/xml", body.getBytes(StandardCharsets.UTF_8));
    }

    public FeedFixtureServer serve(String path, String type, byte[] body) {
        return handle(path, e -> {
            e.getResponseHeaders().set("Content-Type", type);
            send(e, 200, body);
        });
    }

    /** Answers 304 to whoever brings the validator. */
    public FeedFixtureServer serveWithEtag(String path, String etag, String body) {
        return handle(path, e -> {
            e.getResponseHeaders().set("ETag", etag);
            if (etag.equals(e.getRequestHeaders().getFirst("If-None-Match"))) {
                e.sendResponseHeaders(304, -1);
            } else {
                send(e, 200, body.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    public Stream<Asked> asked() {
        return asked.stream();
    }

    public List<Asked> asked(String path) {
        return asked.stream().filter(a -> a.path().equals(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
