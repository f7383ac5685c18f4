// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.api.Backstage;
import org.pointwatch.desk.api.DeskApi;
import org.pointwatch.desk.api.DeskState;
import org.pointwatch.desk.view.View;

/** The page, the API, the stream and the health checks over HTTP; knows nothing of where the view's data come from. */
final class WebServer implements AutoCloseable {
    /** Longer than a beat of the stream, so that only a reader who takes nothing runs into it. */
    private static final long IDLE_MILLIS = 45_000;

    private static final int THREADS = 16;

    /** So many may knock at one moment before they are let in. */
    private static final int ACCEPT_QUEUE = 512;

    private final DeskSettings settings;
    private final Progress progress;
    private final View view;
    private final LiveStream stream;
    private final @Nullable DeskPool pool;
    private final Answering answering;
    private final Home home;
    private final Server server;
    private final ServerConnector connector;

    WebServer(DeskSettings settings, View view, Progress progress, MeterRegistry metrics, Instant start) {
        this(settings, view, progress, metrics, start, Backstage.NONE);
    }

    WebServer(
            DeskSettings settings,
            View view,
            Progress progress,
            MeterRegistry metrics,
            Instant start,
            Backstage backstage) {
        this.settings = settings;
        this.view = view;
        this.progress = progress;
        stream = new LiveStream(view, progress, metrics, start);
        server = new Server(threads());
        connector = connector(server, settings);
        pool = settings.database() == null ? null : new DeskPool(settings.database(), metrics);
        answering = new Answering(metrics);
        var guard = new Guard(settings, metrics);
        home = new Home(settings.address());
        var api = DeskApi.of(view, this::reading, backstage, pool, metrics);
        var routed = new ApiRoute(api, guard, settings.tokenless(), home, answering);
        var router = new Router(guard, routes(metrics), routed, metrics);
        server.setHandler(new Connections(connector, router, Connections.Most.allowed(), metrics));
        server.setErrorHandler(new Unreadable(metrics, System::nanoTime));
    }

    private static QueuedThreadPool threads() {
        var pool = new QueuedThreadPool(THREADS, 2);
        pool.setName("desk-http");
        pool.setDaemon(true);
        return pool;
    }

    private static ServerConnector connector(Server server, DeskSettings settings) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        server.addConnector(connector);
        return connector;
    }

    private Map<String, Router.Route> routes(MeterRegistry metrics) {
        var routes = new HashMap<String, Router.Route>();
        routes.putAll(Page.routes(view));
        routes.put("/api/coverage", Router.Route.of(new CoverageApi(view)));
        routes.put(LiveStream.PATH, stream);
        routes.putAll(new FeedsApi(pool, view, home, answering, metrics).routes());
        routes.put("/health/live", Router.Route.of(request -> Reply.json(200, Map.of("live", true))));
        routes.put("/health/ready", Router.Route.of(request -> ready()));
        return Map.copyOf(routes);
    }

    private DeskState reading() {
        var report = progress.report();
        var state = report.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new DeskState(state, report.words(), report.records(), report.lag(), report.lastAdvance());
    }

    private Reply ready() {
        var report = progress.report();
        return Reply.json(report.ready() ? 200 : 503, Health.of(report, view.asOf()));
    }

    /** @throws DeskException if nothing can listen there; the message says what to do */
    void start() {
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw new DeskException(cannotListen(e), e);
        } catch (Exception e) {
            close();
            throw new IllegalStateException("the desk's web server did not start", e);
        }
        stream.start();
    }

    private String cannotListen(IOException e) {
        var taken = e instanceof BindException || e.getCause() instanceof BindException;
        var address = String.valueOf(e.getMessage()).contains("assign")
                || String.valueOf(e.getCause()).contains("assign");
        if (taken && !address) {
            return "port " + settings.port() + " is in use: --port " + (settings.port() + 1)
                    + ", or 0 for any free one";
        }
        return "cannot listen on " + settings.host() + ":" + settings.port() + ": " + e.getMessage()
                + "; use an address of this machine, such as " + DeskSettings.DEFAULT_HOST;
    }

    /** Where a browser on this machine opens the page; known once started. */
    URI address() {
        var host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + connector.getLocalPort() + "/");
    }

    LiveStream stream() {
        return stream;
    }

    /** Open streams are cut. */
    @Override
    public void close() {
        stream.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the desk's web server did not stop", e);
        } finally {
            answering.close();
            if (pool != null) {
                pool.close();
            }
        }
    }
}
