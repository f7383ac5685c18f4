// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/** The client underneath: one connection for each request, and nothing done that was not asked for. */
final class Connections {
    private Connections() {}

    static CloseableHttpClient open(
            String userAgent, int threads, FetchLimits limits, DnsResolver names, SSLContext tls) {
        var timeout = Timeout.of(limits.connect());
        var http1 = Http1Config.custom()
                .setMaxHeaderCount(500)
                .setMaxLineLength(limits.headers())
                .build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
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
}
