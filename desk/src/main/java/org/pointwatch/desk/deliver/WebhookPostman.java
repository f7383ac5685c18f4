// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.deliver.Answer.NotTaken;
import org.pointwatch.desk.deliver.Answer.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts to one webhook: signed, within limits, to the addresses that were looked up and checked and no others. Redirects are
 * not followed, and of an answer nothing but status and {@code Retry-After} is read.
 */
final class WebhookPostman implements Postman {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookPostman.class);
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    private static final Duration BREATH = Duration.ofMinutes(1);
    private static final int GONE = 410;
    private static final int LONGEST_HEADER = 100;

    private final Destination.Webhook webhook;
    private final UnaryOperator<String> titles;
    private final InstantSource clock;
    private final Duration patience;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watchdog;

    /** @param patience for a whole exchange */
    WebhookPostman(Destination.Webhook webhook, UnaryOperator<String> titles, InstantSource clock, Duration patience) {
        this.webhook = webhook;
        this.titles = titles;
        this.clock = clock;
        this.patience = patience;
        this.client = client(webhook.anywhere(), Timeout.of(patience.plusSeconds(1)));
        this.watchdog = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "webhook-watchdog");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static CloseableHttpClient client(boolean anywhere, Timeout timeout) {
        var connections = new PlainParting()
                .setDnsResolver(new PublicDns(anywhere))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(timeout)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent("Pointwatch")
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableConnectionState()
                .build();
    }

    @Override
    public Answer deliver(List<Notice> notices) {
        var request = request(notices.get(0));
        var expired = new AtomicBoolean();
        var alarm = watchdog.schedule(
                () -> {
                    expired.set(true);
                    request.cancel();
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return exchange(request);
        } catch (IOException | RuntimeException e) {
            return NotTaken.of(expired.get() ? "no answer within " + patience.toSeconds() + " s" : reason(e));
        } finally {
            alarm.cancel(false);
        }
    }

    private HttpPost request(Notice notice) {
        var body = Bodies.of(webhook.format(), notice, titles);
        var id = notice.messageId(webhook.name());
        var seconds = clock.instant().getEpochSecond();
        var request = new HttpPost(webhook.address());
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", Long.toString(seconds));
        if (webhook.signing() != null) {
            request.setHeader("webhook-signature", webhook.signing().signature(id, seconds, body));
        }
        return request;
    }

    private Answer exchange(HttpPost request) throws IOException {
        var address = webhook.address();
        var host = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
        var response = client.executeOpen(host, request, null);
        try {
            return answer(response);
        } finally {
            request.cancel(); // closing alone would read the rest of a body that may never end
            try {
                response.close();
            } catch (IOException e) {
                LOG.trace("closed a connection that was cut", e);
            }
        }
    }

    private Answer answer(ClassicHttpResponse response) {
        var status = response.getCode();
        if (status >= 200 && status < 300) {
            return new Taken("HTTP " + status);
        }
        if (status == GONE) {
            return new NotTaken("HTTP 410, it wants no more", null, true);
        }
        var asked = retryAfter(response);
        var wait = BUSY.contains(status) ? asked == null ? BREATH : asked : null;
        var redirect = status >= 300 && status < 400 ? ", a redirect, which is not followed" : "";
        return new NotTaken("HTTP " + status + redirect, wait, false);
    }

    private @Nullable Duration retryAfter(ClassicHttpResponse response) {
        var header = response.getFirstHeader("Retry-After");
        var text = header == null || header.getValue() == null
                ? ""
                : header.getValue().strip();
        if (text.isEmpty() || text.length() > LONGEST_HEADER) {
            return null;
        }
        if (text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            var at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            var now = clock.instant();
            return at.isAfter(now) ? Duration.between(now, at) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The address does not come from here: its path may be a secret. */
    private static String reason(Exception e) {
        if (e instanceof NoHttpResponseException) {
            return "it hung up without an answer";
        }
        if (e instanceof SocketException && String.valueOf(e.getMessage()).contains("reset")) {
            return "it reset the connection";
        }
        var message = e.getMessage() == null ? "" : ": " + e.getMessage();
        return e.getClass().getSimpleName().replaceAll("Exception$", "") + message;
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        try {
            client.close();
        } catch (IOException e) {
            LOG.debug("a client was closed while it worked", e);
        }
    }
}
