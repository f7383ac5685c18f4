// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class GuardedDnsTest {
    @Test
    void anExceptionHoldsForItsExactOriginOnly() throws UnknownHostException {
        var dns = new GuardedDns(Set.of("127.0.0.1:8123"), InetAddress::getAllByName);
        assertThat(dns.resolve("127.0.0.1", 8123)).hasSize(1);
        assertThatThrownBy(() -> dns.resolve("127.0.0.1", 8124))
                .hasMessageContaining("127.0.0.1 (loopback): not dialled");
        assertThatThrownBy(() -> dns.resolve("127.0.0.2", 8123)).hasMessageContaining("not dialled");
        assertThatThrownBy(() -> dns.resolve("localhost")).hasMessageContaining("not dialled");
    }
}
