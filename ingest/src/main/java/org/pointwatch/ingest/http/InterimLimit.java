// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.impl.Http1StreamListener;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;

/**
 * Gives a server up that answers with interim responses (1xx) without end; the client itself would read them for as long
 * as the exchange may take. An exchange is one thread's.
 */
final class InterimLimit implements Http1StreamListener {
    private static final int MOST = 20;

    private final ThreadLocal<Integer> seen = ThreadLocal.withInitial(() -> 0);

    @SuppressWarnings("deprecation") // the only way in for a listener
    static HttpRequestExecutor executor() {
        return new HttpRequestExecutor(HttpRequestExecutor.DEFAULT_WAIT_FOR_CONTINUE, null, new InterimLimit());
    }

    @Override
    public void onRequestHead(HttpConnection connection, HttpRequest request) {
        seen.set(0);
    }

    @Override
    public void onResponseHead(HttpConnection connection, HttpResponse response) {
        if (response.getCode() >= 200) {
            return;
        }
        seen.set(seen.get() + 1);
        if (seen.get() > MOST) {
            throw new IllegalStateException("more than " + MOST + " interim responses (1xx) before an answer");
        }
    }

    @Override
    public void onExchangeComplete(HttpConnection connection, boolean keepAlive) {
        seen.remove();
    }
}
