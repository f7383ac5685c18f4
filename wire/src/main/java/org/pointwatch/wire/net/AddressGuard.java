// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses are never dialled: the IANA special-purpose registries of both families, so that an address
 * from outside cannot reach into the network this runs in. {@code InetAddress}'s own questions miss most of these ranges.
 */
public final class AddressGuard {
    private static final int MOST_ADDRESSES = 16;

    private static final List<Range> DENIED = List.of(
            range("0.0.0.0/8", "this network"),
            range("10.0.0.0/8", "private use"),
            range("100.64.0.0/10", "shared address space"),
            range("127.0.0.0/8", "loopback"),
            range("169.254.0.0/16", "link local"),
            range("172.16.0.0/12", "private use"),
            range("192.0.0.0/24", "protocol assignments"),
            range("192.0.2.0/24", "documentation"),
            range("192.31.196.0/24", "AS112"),
            range("192.52.193.0/24", "AMT"),
            range("192.88.99.0/24", "6to4 relay"),
            range("192.168.0.0/16", "private use"),
            range("192.175.48.0/24", "AS112"),
            range("198.18.0.0/15", "benchmarking"),
            range("198.51.100.0/24", "documentation"),
            range("203.0.113.0/24", "documentation"),
            range("224.0.0.0/4", "multicast"),
            range("240.0.0.0/4", "reserved"),
            range("2001::/23", "protocol assignments"),
            range("2001:db8::/32", "documentation"),
            range("2002::/16", "6to4"),
            range("2620:4f:8000::/48", "AS112"),
            range("3fff::/20", "documentation"));
    /** All of IPv6 that is routed in public; NAT64, mapped, unique local, link local and multicast lie outside of it. */
    private static final Range GLOBAL_UNICAST = range("2000::/3", "global unicast");

    private AddressGuard() {}

    /** Why this address is not dialled, or null if it may be. */
    public static @Nullable String refusal(InetAddress address) {
        var bytes = address.getAddress();
        for (var range : DENIED) {
            if (range.contains(bytes)) {
                return range.meaning();
            }
        }
        return address instanceof Inet4Address || GLOBAL_UNICAST.contains(bytes) ? null : "no global unicast address";
    }

    /**
     * The addresses of a host, all of which may be dialled. Connect to these and look up no more: an answer that changes
     * between two look-ups then gains nothing.
     *
     * @param mend what to do if the address is meant
     * @throws RefusedAddressException if any of them may not be dialled
     */
    public static InetAddress[] lookUp(String host, String mend) throws UnknownHostException {
        return admit(host, InetAddress.getAllByName(host), mend);
    }

    /** What {@link #lookUp} says of addresses that were looked up elsewhere. */
    public static InetAddress[] admit(String host, InetAddress[] found, String mend) throws RefusedAddressException {
        for (var address : found) {
            var refusal = refusal(address);
            if (refusal != null) {
                throw new RefusedAddressException(host + " leads to " + address.getHostAddress() + " (" + refusal
                        + "): not dialled; if it is yours, " + mend);
            }
        }
        return found.length > MOST_ADDRESSES ? Arrays.copyOf(found, MOST_ADDRESSES) : found;
    }

    private static Range range(String cidr, String meaning) {
        var slash = cidr.indexOf('/');
        try {
            var network = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
            return new Range(network, Integer.parseInt(cidr.substring(slash + 1)), meaning);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("a literal needs no look-up: " + cidr, e);
        }
    }

    /** @param bits of {@code network} that count */
    private record Range(byte[] network, int bits, String meaning) {
        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> (bit & 7);
                if ((address[bit >> 3] & mask) != (network[bit >> 3] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
