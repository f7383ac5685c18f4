// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.http.FetchOutcome.Failed;
import org.pointwatch.ingest.url.UrlParts;
import org.pointwatch.wire.record.FeedState.Trouble;

/**
 * Sends a form to an address that a stranger's document named, behind the same guard as every other request. Redirects are
 * not followed and no answer is read but its status.
 */
public final class HubClient implements AutoCloseable {
    private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

    private final Set<String> exceptions;
    private final FetchLimits limits;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(r -> {
        var thread = new Thread(r, "hub-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    /** @param exceptions exact origins, {@code host:port}, free of the address and port rules */
    public HubClient(String userAgent, Set<String> exceptions, FetchLimits limits) {
        this.exceptions = Set.copyOf(exceptions);
        this.limits = limits;
        var around = Surroundings.SYSTEM;
        this.client =
                Connections.open(userAgent, 2, limits, new GuardedDns(this.exceptions, around.names()), around.tls());
    }

    /** Returns null if the answer is 2xx, else why it is not, in words that show no secret. */
    public @Nullable Failed post(String url, Map<String, String> form) {
        var at = UrlParts.of(url);
        if (at == null || !PORTS.contains(at.effectivePort()) && !exceptions.contains(at.origin())) {
            return new Failed("not an address that is asked: " + UrlParts.shown(url), Trouble.HARD);
        }
        var request = new HttpPost("/");
        request.setScheme(at.scheme());
        request.setAuthority(null);
        request.setPath(at.query() == null ? at.path() : at.path() + "?" + at.query());
        List<NameValuePair> fields = form.entrySet().stream()
                .<NameValuePair>map(e -> new BasicNameValuePair(e.getKey(), e.getValue()))
                .toList();
        request.setEntity(new UrlEncodedFormEntity(fields, StandardCharsets.UTF_8));
        var alarm = watchdog.schedule(request::cancel, limits.connect().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return send(new HttpHost(at.scheme(), at.host(), at.effectivePort()), request);
        } catch (IOException | RuntimeException e) {
            return Failures.of(e);
        } finally {
            alarm.cancel(false);
        }
    }

    private @Nullable Failed send(HttpHost host, HttpPost request) throws IOException {
        try (var response = client.executeOpen(host, request, null)) {
            var status = response.getCode();
            request.cancel();
            return status / 100 == 2 ? null : new Failed("HTTP " + status, Trouble.SOFT);
        }
    }

    @Override
    public void close() throws IOException {
        watchdog.shutdownNow();
        client.close();
    }
}
