// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.proxy;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.pointwatch.testkit.proxy.TcpProxy.Direction;

/** One connection of a client and the one behind it; when one side ends, both do. */
final class Link {
    private static final int CHUNK = 64 << 10;

    private final Socket client;
    private final Socket server;
    private final Faults faults;
    private final Consumer<Link> ended;
    private final AtomicBoolean cut = new AtomicBoolean();

    Link(Socket client, Socket server, Faults faults, Consumer<Link> ended) {
        this.client = client;
        this.server = server;
        this.faults = faults;
        this.ended = ended;
    }

    void open() throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        daemon("proxy-to-server", () -> pump(client, server, Direction.TO_SERVER));
        daemon("proxy-to-client", () -> pump(server, client, Direction.TO_CLIENT));
    }

    private void pump(Socket from, Socket to, Direction direction) {
        var chunk = new byte[CHUNK];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                int passing = faults.passing(direction, chunk, read);
                out.write(chunk, 0, passing);
                if (passing < read) {
                    break;
                }
            }
        } catch (IOException e) {
            // One of the two sides is gone, which is what the other is told by the cut.
        } finally {
            cut();
        }
    }

    void cut() {
        if (cut.compareAndSet(false, true)) {
            reset(client);
            reset(server);
            ended.accept(this);
        }
    }

    /** Ends a connection without a farewell, as a network that breaks does. */
    static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It was closed already.
        }
    }

    static Thread daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
