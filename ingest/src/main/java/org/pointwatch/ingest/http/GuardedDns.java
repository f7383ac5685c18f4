// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.pointwatch.wire.net.AddressGuard;
import org.pointwatch.wire.net.RefusedAddressException;

/**
 * Looks a host up and lets only such addresses through as may be dialled. The client connects to what this returns
 * and to nothing else, so an answer that changes between two look-ups gains nothing.
 *
 * @param exceptions exact origins, {@code host:port}, that are dialled wherever they lead
 * @param names what is asked for a host's addresses
 */
record GuardedDns(Set<String> exceptions, Names names) implements DnsResolver {
    /** Each may take the time that a connection is given. */
    private static final int MOST_ADDRESSES = 3;

    private static final Pattern AMBIGUOUS = Pattern.compile("(?:[0-9]{1,20}\\.)*0[0-9]{1,20}(?:\\.[0-9]{1,20})*");

    /** The system's resolver, or a test's. */
    @FunctionalInterface
    interface Names {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (AMBIGUOUS.matcher(host).matches()) {
            throw new RefusedAddressException(host + " is octal to some and decimal to others: not dialled");
        }
        var found = AddressGuard.admit(host, names.all(host), "add host:port to fetch.address-exceptions");
        if (found.length == 0) {
            throw new UnknownHostException(host + " has no address");
        }
        return found.length > MOST_ADDRESSES ? Arrays.copyOf(found, MOST_ADDRESSES) : found;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        var shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        var found = exceptions.contains(shown + ":" + port) ? names.all(host) : resolve(host);
        return Arrays.stream(found).map(a -> new InetSocketAddress(a, port)).toList();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
