// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.http.FetchOutcome.Failed;
import org.pointwatch.ingest.url.UrlParts;
import org.pointwatch.wire.record.FeedState.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for one document, politely and within limits: HTTP/1.1 GET, gzip, validators back byte for byte, no cookies, no
 * referrer, redirects followed and checked here. Thread-safe; one call is one exchange.
 */
public final class FeedClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedClient.class);
    private static final String FEEDS =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";
    private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final CloseableHttpClient client;
    private final ScheduledExecutorService watchdog;
    private final FetchLimits limits;
    private final String accept;
    private final Set<String> exceptions;
    private final ResponseReader reader;

    /**
     * @param exceptions exact origins, {@code host:port}, free of the address and port rules
     * @param clock only for Retry-After given as a date
     */
    public FeedClient(String userAgent, Set<String> exceptions, FetchLimits limits, int threads, InstantSource clock) {
        this(userAgent, exceptions, limits, threads, clock, FEEDS);
    }

    /** @param accept what kinds of documents are asked for, as the header says it */
    public FeedClient(
            String userAgent,
            Set<String> exceptions,
            FetchLimits limits,
            int threads,
            InstantSource clock,
            String accept) {
        this(userAgent, exceptions, limits, threads, clock, accept, Surroundings.SYSTEM);
    }

    FeedClient(
            String userAgent,
            Set<String> exceptions,
            FetchLimits limits,
            int threads,
            InstantSource clock,
            String accept,
            Surroundings around) {
        this.limits = limits;
        this.accept = accept;
        this.exceptions = Set.copyOf(exceptions);
        this.reader = new ResponseReader(limits, clock);
        this.client = client(userAgent, threads, around);
        this.watchdog = Executors.newSingleThreadScheduledExecutor(r -> {
            var thread = new Thread(r, "fetch-watchdog");
            thread.setDaemon(true);
            return thread;
        });
    }

    private CloseableHttpClient client(String userAgent, int threads, Surroundings around) {
        var timeout = Timeout.of(limits.connect());
        var http1 = Http1Config.custom()
                .setMaxHeaderCount(500)
                .setMaxLineLength(limits.headers())
                .build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedDns(exceptions, around.names()))
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(around.tls()))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http1)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .setMaxConnTotal(threads * 2)
                .setMaxConnPerRoute(threads * 2)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setRequestExecutor(InterimLimit.executor())
                .setUserAgent(userAgent)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableConnectionState()
                .build();
    }

    /** Follows up to the permitted number of redirects and returns what came of it; never throws for what a server does. */
    public FetchOutcome get(String url, @Nullable String etag, @Nullable String lastModified) {
        var current = new AtomicReference<@Nullable HttpGet>();
        var expired = new AtomicBoolean();
        var alarm = watchdog.schedule(
                () -> expire(expired, current), limits.exchange().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return follow(url, new Validators(etag, lastModified), current, expired);
        } catch (IOException | RuntimeException e) {
            return expired.get() ? tooSlow() : Failures.of(e);
        } finally {
            alarm.cancel(false);
        }
    }

    private Failed tooSlow() {
        return new Failed("no complete answer within " + limits.exchange().toSeconds() + " s", Trouble.TEMPORARY);
    }

    private static void expire(AtomicBoolean expired, AtomicReference<@Nullable HttpGet> current) {
        expired.set(true);
        var request = current.get();
        if (request != null) {
            request.cancel();
        }
    }

    private FetchOutcome follow(
            String url, Validators validators, AtomicReference<@Nullable HttpGet> current, AtomicBoolean expired)
            throws IOException {
        var at = UrlParts.of(url);
        if (at == null) {
            return new Failed("no http(s) address: " + UrlParts.shown(url), Trouble.HARD);
        }
        UrlParts moved = null;
        var permanent = true;
        for (var hop = 0; hop <= limits.redirects(); hop++) {
            if (!PORTS.contains(at.effectivePort()) && !exceptions.contains(at.origin())) {
                return new Failed(
                        "port " + at.effectivePort() + " is not asked; add " + at.origin()
                                + " to fetch.address-exceptions if it is meant",
                        Trouble.HARD);
            }
            var request = request(at, validators);
            current.set(request);
            if (expired.get()) {
                return tooSlow();
            }
            var answer = exchange(at, request, validators, moved == null ? null : moved.text());
            if (answer.outcome() != null) {
                return answer.outcome();
            }
            var next = answer.redirect();
            if (next == null || (at.scheme().equals("https") && !next.scheme().equals("https"))) {
                return new Failed("HTTP redirect to an address that is not followed", Trouble.SOFT);
            }
            permanent &= answer.permanent();
            moved = permanent ? next : moved;
            at = next;
        }
        return new Failed("more than " + limits.redirects() + " redirects", Trouble.SOFT);
    }

    /** @param outcome null if this is a redirect */
    private record Answer(@Nullable FetchOutcome outcome, @Nullable UrlParts redirect, boolean permanent) {}

    private Answer exchange(UrlParts at, HttpGet request, Validators validators, @Nullable String moved)
            throws IOException {
        var host = new HttpHost(at.scheme(), at.host(), at.effectivePort());
        var late = new AtomicBoolean();
        var alarm = watchdog.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                limits.connect().toMillis(),
                TimeUnit.MILLISECONDS);
        ClassicHttpResponse response;
        try {
            response = client.executeOpen(host, request, null);
        } catch (IOException | RuntimeException e) {
            if (late.get()) {
                throw new SocketTimeoutException(
                        "no answer within " + limits.connect().toSeconds() + " s");
            }
            throw e;
        } finally {
            alarm.cancel(false);
        }
        try {
            var status = response.getCode();
            return REDIRECTS.contains(status)
                    ? new Answer(null, target(at, response), status == 301 || status == 308)
                    : new Answer(reader.read(response, at.text(), moved, validators.any()), null, false);
        } finally {
            cut(request, response);
        }
    }

    /** Closing alone would read the rest of a body that may never end, so the connection is cut first. */
    private static void cut(HttpGet request, ClassicHttpResponse response) {
        request.cancel();
        try {
            response.close();
        } catch (IOException e) {
            LOG.trace("closed a connection that was cut", e);
        }
    }

    private static @Nullable UrlParts target(UrlParts from, ClassicHttpResponse response) {
        var location = response.getFirstHeader("Location");
        if (location == null || location.getValue() == null) {
            return null;
        }
        try {
            var resolved =
                    new URI(from.text()).resolve(location.getValue().strip().replace(" ", "%20"));
            return UrlParts.of(resolved.toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return UrlParts.of(location.getValue());
        }
    }

    private HttpGet request(UrlParts at, Validators validators) {
        var target = at.query() == null ? at.path() : at.path() + "?" + at.query();
        var request = new HttpGet("/");
        request.setScheme(at.scheme());
        request.setAuthority(null);
        request.setPath(target);
        request.setHeader("Accept", accept);
        request.setHeader("Accept-Encoding", "gzip");
        validators.addTo(request);
        return request;
    }

    @Override
    public void close() throws IOException {
        watchdog.shutdownNow();
        client.close();
    }

    /** What the server gave us last time to tell our copy by. */
    private record Validators(@Nullable String etag, @Nullable String lastModified) {
        boolean any() {
            return etag != null || lastModified != null;
        }

        void addTo(HttpGet request) {
            if (etag != null) {
                request.setHeader("If-None-Match", etag);
            }
            if (lastModified != null) {
                request.setHeader("If-Modified-Since", lastModified);
            }
        }
    }
}
