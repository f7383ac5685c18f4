// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** Between a sink and its database: loses the next answer, or goes silent with all connections open. */
final class FaultyProxy implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)/");

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final String url;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean losesNextAnswer;
    private volatile int silentUpTo;
    private volatile int connections;

    FaultyProxy(String jdbcUrl) {
        var address = ADDRESS.matcher(jdbcUrl);
        if (!address.find()) {
            throw new IllegalArgumentException(jdbcUrl);
        }
        host = address.group(1);
        port = Integer.parseInt(address.group(2));
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        url = address.replaceFirst("//127.0.0.1:" + door.getLocalPort() + "/");
        run(this::accept);
    }

    String url() {
        return url;
    }

    /** What the server says next is thrown away and the connection cut: the client cannot know what was done. */
    void loseNextAnswer() {
        losesNextAnswer = true;
    }

    /** Connections of now pass nothing any more and stay open; later ones work. */
    void goSilent() {
        silentUpTo = connections;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var server = new Socket(host, port);
                sockets.add(client);
                sockets.add(server);
                var number = ++connections;
                run(() -> pump(client, server, number, false));
                run(() -> pump(server, client, number, true));
            } catch (IOException e) {
                // The door was closed, or the database is away: the client sees either.
            }
        }
    }

    private void pump(Socket from, Socket to, int number, boolean answers) {
        var buffer = new byte[1 << 16];
        try {
            for (int n; (n = from.getInputStream().read(buffer)) >= 0; ) {
                if (number <= silentUpTo) {
                    closed.await();
                } else if (answers && losesNextAnswer) {
                    losesNextAnswer = false;
                    break;
                }
                to.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException e) {
            // Cut on either side.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private static void run(Runnable task) {
        var thread = new Thread(task, "faulty-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            // It is closed as far as it can be.
        }
    }

    @Override
    public void close() {
        closed.countDown();
        close(door);
        sockets.forEach(FaultyProxy::close);
    }
}
