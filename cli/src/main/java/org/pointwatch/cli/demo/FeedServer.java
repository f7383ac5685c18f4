// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.domain.article.Ids;

/** The feeds of the sample world on loopback, each as its clock has it; unchanged ones are answered with 304. */
public final class FeedServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int THREADS = 4;

    private final Map<String, SampleOutlet> outlets;
    private final InstantSource clock;
    private final Map<String, Rendered> cache = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, FeedServer::thread);
    private final HttpServer http;

    /** One state of a feed. */
    private record Rendered(Instant changed, byte[] body, String etag, String lastModified) {}

    private FeedServer(SampleWorld world, InstantSource clock, HttpServer http) {
        this.outlets = world.outlets().stream().collect(Collectors.toMap(SampleOutlet::id, o -> o));
        this.clock = clock;
        this.http = http;
    }

    /** @param port 0 for any free one */
    public static FeedServer start(SampleWorld world, InstantSource clock, int port) {
        try {
            var http = HttpServer.create(new InetSocketAddress(LOOPBACK, port), 0);
            var server = new FeedServer(world, clock, http);
            http.createContext("/", server::answer);
            http.setExecutor(server.threads);
            http.start();
            return server;
        } catch (IOException e) {
            throw Failure.of(
                    "the sample feeds cannot be served on " + LOOPBACK + ":" + port + " (" + e.getMessage()
                            + "): remove the file demo/port from the data directory for any free port",
                    e);
        }
    }

    public URI address() {
        return URI.create("http://" + authority() + "/");
    }

    /** {@code host:port}, for the exception to the fetcher's address guard. */
    public String authority() {
        return LOOPBACK + ":" + http.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var outlet = outlets.get(exchange.getRequestURI().getPath().substring(1));
            if (outlet == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var feed = rendered(outlet, clock.instant());
            exchange.getResponseHeaders().set("ETag", feed.etag());
            exchange.getResponseHeaders().set("Last-Modified", feed.lastModified());
            if (feed.etag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", outlet.format().contentType());
            exchange.sendResponseHeaders(200, feed.body().length);
            exchange.getResponseBody().write(feed.body());
        }
    }

    private Rendered rendered(SampleOutlet outlet, Instant now) {
        var changed = lastChange(outlet, now);
        return cache.compute(
                outlet.id(),
                (id, former) ->
                        former != null && former.changed().equals(changed) ? former : render(outlet, now, changed));
    }

    private static Rendered render(SampleOutlet outlet, Instant now, Instant changed) {
        var text = outlet.format().document(outlet, Shown.at(outlet, now), changed);
        // "utf-16" writes a byte order mark, as XML wants it.
        var etag = "\"" + Ids.hash("feed", text).substring(0, 16) + "\"";
        var lastModified = DateTimeFormatter.RFC_1123_DATE_TIME.format(changed.atOffset(ZoneOffset.UTC));
        return new Rendered(changed, text.getBytes(Charset.forName(outlet.encoding())), etag, lastModified);
    }

    private static Instant lastChange(SampleOutlet outlet, Instant now) {
        return outlet.entries().stream()
                .flatMap(e -> e.states().stream())
                .map(SampleEntry.State::at)
                .filter(at -> !at.isAfter(now))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "sample-feeds");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
