// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.net.Socket;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.RegistryBuilder;

/**
 * Connections that end as TCP has it. The client ends one that is not to be used again with a reset, which a receiver that
 * has done nothing wrong finds in its log as a fault of its own.
 */
final class PlainParting extends PoolingHttpClientConnectionManagerBuilder {
    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
            SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
        var secured = RegistryBuilder.<TlsSocketStrategy>create()
                .register("https", tls)
                .build();
        return new DefaultHttpClientConnectionOperator(proxy -> new Plain(), ports, names, secured);
    }

    /** What has not been read when it is closed is still answered with a reset, by the system. */
    private static final class Plain extends Socket {
        @Override
        public void setSoLinger(boolean on, int seconds) {
            // asked for with 0 s, which means a reset
        }
    }
}
