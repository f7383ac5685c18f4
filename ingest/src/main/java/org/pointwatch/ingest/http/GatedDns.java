// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through to its addresses when it is their turn. It stands behind the guard, at the only place where it is
 * known what will be dialled.
 */
final class GatedDns implements DnsResolver {
    private final GuardedDns guard;
    private final AddressGate gate;
    private final InstantSource clock;
    /** The domain that the present request of this thread was made for; none on the way of a redirect. */
    private final ThreadLocal<@Nullable String> asking = new ThreadLocal<>();

    GatedDns(GuardedDns guard, AddressGate gate, InstantSource clock) {
        this.guard = guard;
        this.gate = gate;
        this.clock = clock;
    }

    void asks(String domain) {
        asking.set(domain);
    }

    void isRedirected() {
        asking.remove();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return guard.resolve(host);
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        var found = guard.resolve(host, port);
        var dialled = found.stream().map(InetSocketAddress::getAddress).toList();
        var domain = asking.get();
        if (domain == null) {
            gate.pass(dialled, clock.instant());
            return found;
        }
        var until = gate.enter(domain, dialled, clock.instant());
        if (until != null) {
            throw new AddressBusyException(host, until);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
