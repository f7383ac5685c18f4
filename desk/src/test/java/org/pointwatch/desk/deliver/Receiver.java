// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A webhook's other end on this machine: answers as it is told, and keeps what it got. */
final class Receiver implements AutoCloseable {
    record Got(String id, String timestamp, String signature, String type, String body) {}

    interface Act {
        void on(HttpExchange exchange) throws IOException;
    }

    final List<Got> got = new CopyOnWriteArrayList<>();
    private final Queue<Act> acts = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?key=very-secret");
    }

    /** The next answer; afterwards 204 again. */
    Receiver next(Act act) {
        acts.add(act);
        return this;
    }

    Receiver next(int status) {
        return next(exchange -> exchange.sendResponseHeaders(status, -1));
    }

    Receiver next(int status, String header, String value) {
        return next(exchange -> {
            exchange.getResponseHeaders().set(header, value);
            exchange.sendResponseHeaders(status, -1);
        });
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            got.add(new Got(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    headers.getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            var act = acts.poll();
            if (act == null) {
                exchange.sendResponseHeaders(204, -1);
            } else {
                act.on(exchange);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
