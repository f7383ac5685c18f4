// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said to a request that the web server gives up on before any route sees it. Each is counted; the log tells of them
 * once a minute, because anybody can send a thousand a second.
 */
final class Unreadable implements Request.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(Unreadable.class);
    private static final long BETWEEN_LINES = Duration.ofMinutes(1).toNanos();

    private final Counter counter;
    private final LongSupplier nanos;
    private final AtomicLong nextLine;

    /** @param nanos a clock of no date */
    Unreadable(MeterRegistry metrics, LongSupplier nanos) {
        counter = metrics.counter("pointwatch.desk.refused", "reason", "unreadable");
        this.nanos = nanos;
        nextLine = new AtomicLong(nanos.getAsLong());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var status = response.getStatus();
        if (status < 500 || status == 505) {
            count(request, status);
        }
        Guard.HEADERS.forEach(response.getHeaders()::put);
        reply(request, status).send(response, callback);
        return true;
    }

    private void count(Request request, int status) {
        counter.increment();
        var now = nanos.getAsLong();
        var due = nextLine.get();
        if (now - due >= 0 && nextLine.compareAndSet(due, now + BETWEEN_LINES)) {
            LOG.warn(
                    "requests that cannot be read are refused, {} since the start; the last: {} {}; more are told of in a minute",
                    (long) counter.count(),
                    status,
                    reason(request).replaceAll("\\p{Cntrl}+", " "));
        }
    }

    private static Reply reply(Request request, int status) {
        return Reply.error(status, "the desk cannot read this request: " + mend(request, status));
    }

    private static String mend(Request request, int status) {
        return switch (status) {
            case 414 -> "its address is longer than 8,000 bytes; ask for less at a time";
            case 426, 505 -> "speak HTTP/1.1";
            case 431 -> "its headers are longer than 8,000 bytes together; send fewer cookies and headers";
            case 400 ->
                reason(request)
                        + "; write a plain path, without //, .. and encoded slashes, and %-encode all else as UTF-8";
            default -> status < 500 ? reason(request) : "the desk's log says why";
        };
    }

    /** The web server's own words, which repeat nothing that was sent. */
    private static String reason(Request request) {
        return request.getAttribute(ErrorHandler.ERROR_MESSAGE) instanceof String words && words.length() < 80
                ? words
                : "it is malformed";
    }
}
