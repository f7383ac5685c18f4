// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.term.Failure;

/** All meters of this process, and the small server that shows them with the process's health. */
public final class Metrics implements AutoCloseable {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final String JSON = "application/json";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private final ExecutorService threads = Executors.newFixedThreadPool(2, Metrics::thread);
    private @Nullable HttpServer http;

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        gc.bindTo(registry);
    }

    public MeterRegistry registry() {
        return registry;
    }

    /** Begins to answer, unless it is turned off. */
    public void serve(Settings settings, BooleanSupplier ready) {
        int port = settings.get(Keys.METRICS_PORT);
        if (port < 0) {
            return;
        }
        var host = settings.get(Keys.METRICS_HOST);
        try {
            var server = HttpServer.create(new InetSocketAddress(host, port), 0);
            server.createContext("/metrics", e -> answer(e, 200, PROMETHEUS, registry.scrape()));
            server.createContext("/health/live", e -> answer(e, 200, JSON, "{\"live\":true}"));
            server.createContext("/health/ready", e -> ready(e, ready.getAsBoolean()));
            server.setExecutor(threads);
            server.start();
            http = server;
        } catch (IOException e) {
            throw Failure.of(
                    "metrics cannot be served on " + host + ":" + port + " (" + e.getMessage()
                            + "): set metrics.port to another one, 0 for any free one, -1 for none",
                    e);
        }
    }

    /** Null while nothing is served. */
    public @Nullable URI address() {
        var server = http;
        if (server == null) {
            return null;
        }
        var address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/metrics");
    }

    private static void ready(HttpExchange exchange, boolean ready) throws IOException {
        answer(exchange, ready ? 200 : 503, JSON, "{\"ready\":" + ready + "}");
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "metrics");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        var server = http;
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
        gc.close();
        registry.close();
    }
}
