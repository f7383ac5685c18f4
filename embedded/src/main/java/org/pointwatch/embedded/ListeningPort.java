// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.BAD_ADDRESS;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.PORT_TAKEN;

/**
 * Chooses a port before the service starts, because neither service says clearly that one is taken.
 *
 * <p>Free ports are sought below the range from which systems give ports to outgoing connections: one that we remember
 * is then unlikely to be somebody's connection at the next start.
 */
final class ListeningPort {

    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_000;
    private static final int TRIES = 50;

    private ListeningPort() {}

    /** The wanted port or, for 0, the one remembered in the file, else a free one, which the file then remembers. */
    static int choose(String host, int wanted, Path memory) {
        requireHost(host);
        if (wanted != 0) {
            requireFree(host, wanted);
            return wanted;
        }
        int before = remembered(memory);
        if (before > 0 && isFree(host, before)) {
            return before;
        }
        int found = anyFree(host);
        Folder.replace(memory, found + "\n");
        return found;
    }

    static int anyFree(String host) {
        for (int i = 0; i < TRIES; i++) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            if (isFree(host, candidate)) {
                return candidate;
            }
        }
        throw new EmbeddedStartException(
                PORT_TAKEN,
                "found no free port on " + host + " between " + LOWEST + " and " + BEYOND + " in " + TRIES
                        + " tries. Name a port in the configuration.");
    }

    private static int remembered(Path memory) {
        try {
            return Files.exists(memory)
                    ? Integer.parseInt(Files.readString(memory, UTF_8).strip())
                    : 0;
        } catch (IOException | NumberFormatException e) {
            return 0; // only a convenience: a damaged note is as good as none
        }
    }

    private static void requireHost(String host) {
        try {
            bind(host, 0);
        } catch (IOException e) {
            throw new EmbeddedStartException(
                    BAD_ADDRESS,
                    "cannot listen on host " + host + " (" + e + "). Name an address of this machine, 127.0.0.1 for"
                            + " this machine alone or 0.0.0.0 for all its networks.",
                    e);
        }
    }

    private static void requireFree(String host, int port) {
        try {
            bind(host, port);
        } catch (IOException e) {
            var holder = PortHolder.of(port).map(found -> " by " + found).orElse("");
            var what = holder.isEmpty() ? "cannot be used (" + e.getMessage() + ")" : "is in use" + holder;
            throw new EmbeddedStartException(
                    PORT_TAKEN,
                    "port " + port + " on " + host + " " + what
                            + ". Stop that process, or configure another port, or 0 for any free one.",
                    e);
        }
    }

    private static boolean isFree(String host, int port) {
        try {
            bind(host, port);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void bind(String host, int port) throws IOException {
        var address = host.equals("*") ? null : InetAddress.getByName(host);
        try (var socket = new ServerSocket()) {
            socket.bind(address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port));
        }
    }
}
