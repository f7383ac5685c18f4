// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.http.FetchOutcome.Deferred;
import org.pointwatch.ingest.http.FetchOutcome.Failed;
import org.pointwatch.ingest.url.Domains;
import org.pointwatch.ingest.url.UrlParts;
import org.pointwatch.wire.record.FeedState.Trouble;

/**
 * Asks for one document, politely and within limits: HTTP/1.1 GET, gzip, validators back byte for byte, no cookies, no
 * referrer, redirects followed and checked here. Thread-safe; one call is one exchange.
 */
public final class FeedClient implements AutoCloseable {
    /** What feeds are asked for as. */
    public static final String FEEDS =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";

    private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

    private final CloseableHttpClient client;
    private final ScheduledExecutorService watchdog;
    private final FetchLimits limits;
    private final String accept;
    private final Set<String> exceptions;
    private final ResponseReader reader;
    private final GatedDns names;

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
        this(userAgent, exceptions, limits, threads, clock, accept, AddressGate.OPEN);
    }

    /** @param gate through which addresses are dialled; whoever asks gives the domain's turn back to it */
    public FeedClient(
            String userAgent,
            Set<String> exceptions,
            FetchLimits limits,
            int threads,
            InstantSource clock,
            String accept,
            AddressGate gate) {
        this(userAgent, exceptions, limits, threads, clock, accept, gate, Surroundings.SYSTEM);
    }

    FeedClient(
            String userAgent,
            Set<String> exceptions,
            FetchLimits limits,
            int threads,
            InstantSource clock,
            String accept,
            Surroundings around) {
        this(userAgent, exceptions, limits, threads, clock, accept, AddressGate.OPEN, around);
    }

    FeedClient(
            String userAgent,
            Set<String> exceptions,
            FetchLimits limits,
            int threads,
            InstantSource clock,
            String accept,
            AddressGate gate,
            Surroundings around) {
        this.limits = limits;
        this.accept = accept;
        this.exceptions = Set.copyOf(exceptions);
        this.reader = new ResponseReader(limits, clock);
        this.names = new GatedDns(new GuardedDns(this.exceptions, around.names()), gate, clock);
        this.client = Connections.open(userAgent, threads, limits, names, around.tls());
        this.watchdog = Executors.newSingleThreadScheduledExecutor(r -> {
            var thread = new Thread(r, "fetch-watchdog");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Follows up to the permitted number of redirects and returns what came of it; never throws for what a server does. */
    public FetchOutcome get(String url, @Nullable String etag, @Nullable String lastModified) {
        var current = new AtomicReference<@Nullable HttpGet>();
        var expired = new AtomicBoolean();
        var alarm = watchdog.schedule(
                () -> expire(expired, current), limits.exchange().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return follow(url, new Validators(etag, lastModified), current, expired);
        } catch (AddressBusyException e) {
            return new Deferred(e.until());
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
        names.asks(Domains.ofUrl(url));
        UrlParts moved = null;
        var permanent = true;
        for (var hop = 0; hop <= limits.redirects(); hop++) {
            if (!PORTS.contains(at.effectivePort()) && !exceptions.contains(at.origin())) {
                return new Failed(
                        "port " + at.effectivePort() + " is not asked; add " + at.origin()
                                + " to fetch.address-exceptions if it is meant",
                        Trouble.HARD);
            }
            var step = Hop.to(at, accept, validators);
            current.set(step.request());
            if (expired.get()) {
                return tooSlow();
            }
            var answer = step.take(client, watchdog, reader, moved == null ? null : moved.text());
            if (answer.outcome() != null) {
                return answer.outcome();
            }
            var next = answer.redirect();
            if (next == null || (at.scheme().equals("https") && !next.scheme().equals("https"))) {
                return new Failed("HTTP redirect to an address that is not followed", Trouble.SOFT);
            }
            names.isRedirected();
            permanent &= answer.permanent();
            moved = permanent ? next : moved;
            at = next;
        }
        return new Failed("more than " + limits.redirects() + " redirects", Trouble.SOFT);
    }

    @Override
    public void close() throws IOException {
        watchdog.shutdownNow();
        client.close();
    }
}
