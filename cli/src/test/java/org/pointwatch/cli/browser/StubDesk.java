// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.pointwatch.desk.Desk;

/** The desk's own pages over answers that a test makes up, so that what the sample world does not have can be looked at. */
final class StubDesk implements AutoCloseable {
    /** What a route answers where a test says nothing: no rows. */
    private static final String NOTHING =
            "{\"asOf\":null,\"rows\":[],\"next\":null,\"targets\":[],\"points\":[],\"actors\":[],\"cells\":[],\"plans\":[]}";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String asOf;
    private volatile String trouble = "";

    StubDesk(String asOf) throws IOException {
        this.asOf = asOf;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param path without the query */
    StubDesk answers(String path, String json) {
        answers.put(path, json.replace('\'', '"'));
        return this;
    }

    /** Everything of {@code /api/v1} fails for this reason; for none, it answers again. */
    StubDesk troubled(String reason) {
        trouble = reason;
        return this;
    }

    /** Paths with their queries, decoded, in the order in which they came; what is posted once more, with its body. */
    List<String> asked(String path) {
        return asked.stream().filter(one -> one.startsWith(path)).toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var query = exchange.getRequestURI().getRawQuery();
        asked.add(path + (query == null ? "" : "?" + URLDecoder.decode(query, StandardCharsets.UTF_8)));
        if (exchange.getRequestMethod().equals("POST")) {
            asked.add("POST " + path + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
        if (path.equals("/api/stream")) {
            stream(exchange);
        } else if (path.startsWith("/api/")) {
            api(exchange, path);
        } else if (path.endsWith(".js") || path.endsWith(".css") || path.endsWith(".svg")) {
            var type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "image/svg+xml";
            send(exchange, 200, type, resource(path));
        } else {
            send(exchange, 200, "text/html; charset=utf-8", shell(path).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void api(HttpExchange exchange, String path) throws IOException {
        var failing = !trouble.isEmpty() && path.startsWith("/api/v1/");
        var answer = failing ? "{\"error\":\"" + trouble + "\"}" : answers.getOrDefault(path, NOTHING);
        send(exchange, failing ? 503 : 200, "application/json", answer.getBytes(StandardCharsets.UTF_8));
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        var event = "event: snapshot\ndata: {\"asOf\":\"" + asOf + "\",\"state\":\"live\",\"targets\":[]}\n\n";
        exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private String shell(String path) {
        var first = path.substring(1).replaceFirst("/.*", "");
        var page = Map.of(
                        "points", "point", "actors", "actor", "stories", "story", "articles", "article", "", "overview")
                .getOrDefault(first, first);
        return new String(resource("/shell.html"), StandardCharsets.UTF_8)
                .replace("{{page}}", page)
                .replace("{{asOf}}", asOf)
                .replace("{{heading}}", "A heading")
                .replaceAll("\\{\\{\\w+}}", "");
    }

    private static byte[] resource(String path) {
        try (var in = Desk.class.getResourceAsStream("page" + path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        ended.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
