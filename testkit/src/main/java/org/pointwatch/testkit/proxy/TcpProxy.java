// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes connections on to a server, until told to harm them. A server that is away is shown to clients as one that
 * hangs up, so that a server may be killed and started again behind its proxy.
 */
public final class TcpProxy implements AutoCloseable {
    private static final int CONNECT_MS = 5_000;

    /** Which way bytes travel. */
    public enum Direction {
        TO_SERVER,
        TO_CLIENT
    }

    private final ServerSocket door;
    private final InetSocketAddress server;
    private final Faults faults = new Faults();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private TcpProxy(ServerSocket door, InetSocketAddress server) {
        this.door = door;
        this.server = server;
    }

    /** @param listen port 0 for any free one */
    public static TcpProxy start(InetSocketAddress listen, InetSocketAddress server) {
        try {
            var door = new ServerSocket();
            door.bind(listen);
            var proxy = new TcpProxy(door, server);
            Link.daemon("proxy-" + door.getLocalPort(), proxy::welcome);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("the proxy cannot listen on " + listen + ": choose another port", e);
        }
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) door.getLocalSocketAddress();
    }

    /** Connections that are open now. */
    public int connections() {
        return links.size();
    }

    /** Resets every connection; returns how many there were. */
    public int cut() {
        var open = Set.copyOf(links);
        open.forEach(Link::cut);
        return open.size();
    }

    /** Resets the connection that is the first to carry more than so many bytes that way, counted over all from now on. */
    public void cutAfter(Direction direction, long bytes) {
        faults.cutAfter(direction, bytes);
    }

    /** Keeps the next answer that holds these bytes from its client, and resets the connection instead. */
    public void loseAnswer(byte[] holding) {
        faults.loseAnswer(holding);
    }

    /** Whether the last harm that was asked for has been done. */
    public boolean done() {
        return faults.done();
    }

    /** No byte passes, either way, until {@link #flow}; connections stay open. */
    public void stall() {
        faults.stall();
    }

    public void flow() {
        faults.flow();
    }

    private void welcome() {
        while (!closed) {
            try {
                pass(door.accept());
            } catch (IOException e) {
                // The door was closed, or a client left before it was let in: the loop's condition tells.
            }
        }
    }

    private void pass(Socket client) throws IOException {
        var behind = new Socket();
        try {
            behind.connect(server, CONNECT_MS);
        } catch (IOException e) {
            behind.close();
            Link.reset(client);
            return;
        }
        var link = new Link(client, behind, faults, links::remove);
        links.add(link);
        link.open();
    }

    @Override
    public void close() {
        closed = true;
        faults.flow();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the proxy's port cannot be closed", e);
        }
        cut();
    }
}
