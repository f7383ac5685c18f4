// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.url.UrlParts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request and its answer, which is either the end of the exchange or leads on.
 *
 * @param request carries the validators that there are
 */
record Hop(UrlParts at, HttpGet request, Validators validators) {
    private static final Logger LOG = LoggerFactory.getLogger(Hop.class);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** @param outcome null if this is a redirect */
    record Answer(@Nullable FetchOutcome outcome, @Nullable UrlParts redirect, boolean permanent) {}

    static Hop to(UrlParts at, String accept, Validators validators) {
        var target = at.query() == null ? at.path() : at.path() + "?" + at.query();
        var request = new HttpGet("/");
        request.setScheme(at.scheme());
        request.setAuthority(null);
        request.setPath(target);
        request.setHeader("Accept", accept);
        request.setHeader("Accept-Encoding", "gzip");
        validators.addTo(request);
        return new Hop(at, request, validators);
    }

    /** @param moved where permanent redirects have led so far, null if there were none */
    Answer take(
            CloseableHttpClient client,
            ScheduledExecutorService watchdog,
            ResponseReader reader,
            @Nullable String moved)
            throws IOException {
        var response = open(client, watchdog, reader.limits());
        try {
            var status = response.getCode();
            return REDIRECTS.contains(status)
                    ? new Answer(null, target(response), status == 301 || status == 308)
                    : new Answer(reader.read(response, at.text(), moved, validators.any()), null, false);
        } finally {
            cut(response);
        }
    }

    private ClassicHttpResponse open(CloseableHttpClient client, ScheduledExecutorService watchdog, FetchLimits limits)
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
        try {
            return client.executeOpen(host, request, null);
        } catch (IOException | RuntimeException e) {
            if (late.get() || e instanceof SocketTimeoutException) { // whose clock was first is all one
                throw new SocketTimeoutException(
                        "no answer within " + limits.connect().toSeconds() + " s");
            }
            throw e;
        } finally {
            alarm.cancel(false);
        }
    }

    /** Closing alone would read the rest of a body that may never end, so the connection is cut first. */
    private void cut(ClassicHttpResponse response) {
        request.cancel();
        try {
            response.close();
        } catch (IOException e) {
            LOG.trace("closed a connection that was cut", e);
        }
    }

    private @Nullable UrlParts target(ClassicHttpResponse response) {
        var location = response.getFirstHeader("Location");
        if (location == null || location.getValue() == null) {
            return null;
        }
        try {
            var resolved =
                    new URI(at.text()).resolve(location.getValue().strip().replace(" ", "%20"));
            return UrlParts.of(resolved.toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return UrlParts.of(location.getValue());
        }
    }
}
