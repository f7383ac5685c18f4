// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the desk listens and who may ask.
 *
 * @param host an address of this machine
 * @param port 0 takes any free one
 * @param allowedHosts names under which a browser may reach the desk, beside the loopback names and {@code host};
 *     anything else in a Host header is refused, because a name that someone else controls may point here
 * @param token required of every request if set; must be set where {@code host} is not loopback
 * @param writeToken lets its bearer read and write; without one nobody can decide on counts, and only a desk that has no token
 *     at all lets marks be made
 * @param database where single stories are read from; null answers that there is none
 * @param address under which readers reach the desk, through a proxy perhaps, such as {@code https://desk.example/}; null takes
 *     what each reader asked for
 */
public record DeskSettings(
        String host,
        int port,
        Set<String> allowedHosts,
        @Nullable String token,
        @Nullable String writeToken,
        @Nullable DeskDatabase database,
        @Nullable String address) {
    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_PORT = 8080;

    private static final int SHORTEST_TOKEN = 16;

    /** @throws DeskException if the settings are unsafe or make no sense */
    public DeskSettings {
        if (port < 0 || port > 65535) {
            throw new DeskException("desk port " + port + " is out of range: 1 to 65535, or 0 for any free one");
        }
        check("desk token", token);
        check("desk write token", writeToken);
        if (token != null && token.equals(writeToken)) {
            throw new DeskException(
                    "the desk write token is the same as the desk token: readers could write; set another");
        }
        if (token == null && !loopback(host)) {
            throw new DeskException("desk host " + host
                    + " can be reached from other machines: set a desk token, or listen on " + DEFAULT_HOST);
        }
        address = address == null ? null : home(address);
        var own = address == null
                ? Stream.of("127.0.0.1", "localhost", "[::1]", host)
                : Stream.of(
                        "127.0.0.1",
                        "localhost",
                        "[::1]",
                        host,
                        URI.create(address).getHost());
        allowedHosts = Stream.concat(own, allowedHosts.stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    public DeskSettings(String host, int port, Set<String> allowedHosts, @Nullable String token) {
        this(host, port, allowedHosts, token, null, null, null);
    }

    /** With a slash at its end. */
    private static String home(String address) {
        if (!address.matches("https?://[A-Za-z0-9.:\\[\\]-]+/?") || host(address) == null) {
            throw new DeskException("desk address " + address
                    + " is none: write http or https, the name and no path, such as https://desk.example/");
        }
        return address.endsWith("/") ? address : address + "/";
    }

    private static @Nullable String host(String address) {
        try {
            return URI.create(address).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void check(String name, @Nullable String token) {
        if (token != null && !token.matches("[A-Za-z0-9._~-]{" + SHORTEST_TOKEN + ",200}")) {
            throw new DeskException("the " + name + " must have " + SHORTEST_TOKEN
                    + " to 200 letters, digits or . _ ~ - (for example from: openssl rand -hex 16)");
        }
    }

    public DeskSettings withDatabase(DeskDatabase from) {
        return new DeskSettings(host, port, allowedHosts, token, writeToken, from, address);
    }

    public DeskSettings withWriteToken(@Nullable String writing) {
        return new DeskSettings(host, port, allowedHosts, token, writing, database, address);
    }

    /** @param reached an http or https address without a path; null takes what each reader asked for */
    public DeskSettings withAddress(@Nullable String reached) {
        return new DeskSettings(host, port, allowedHosts, token, writeToken, database, reached);
    }

    /** Nobody is asked for anything; then {@code host} is loopback. */
    boolean tokenless() {
        return token == null && writeToken == null;
    }

    public static DeskSettings onLoopback(int port) {
        return new DeskSettings(DEFAULT_HOST, port, Set.of(), null);
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new DeskException("desk host " + host + " is no address of this machine: use " + DEFAULT_HOST, e);
        }
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "DeskSettings[" + host + ":" + port + ", token " + (token == null ? "none" : "set") + ", database "
                + (database == null ? "none" : database) + "]";
    }
}
