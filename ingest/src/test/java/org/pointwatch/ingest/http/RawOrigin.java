// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** A server that sends bytes as it is told, right or wrong, and records what it was sent. */
final class RawOrigin implements AutoCloseable {
    private static final int LONGEST_REQUEST = 64 << 10;

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile ThrowingConsumer<OutputStream> answer = out -> {};
    private volatile boolean readsRequest = true;

    RawOrigin() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    RawOrigin answer(ThrowingConsumer<OutputStream> how) {
        answer = how;
        return this;
    }

    RawOrigin answer(String head, byte[] body) {
        return answer(out -> {
            out.write((head.replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
        });
    }

    /** Accepts connections and never says a word. */
    RawOrigin mute() {
        readsRequest = false;
        return this;
    }

    String authority() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    String url() {
        return "http://" + authority() + "/feed";
    }

    /** Heads of requests, as they came. */
    List<String> requests() {
        return requests;
    }

    int connections() {
        return open.size();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                open.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            if (!readsRequest) {
                new CountDownLatch(1).await();
            }
            requests.add(head(connection.getInputStream()));
            answer.accept(connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            if (!(e instanceof IOException)) {
                throw new AssertionError(e);
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (var b = in.read(); b >= 0 && head.length() < LONGEST_REQUEST; b = in.read()) {
            head.append((char) b);
            if (head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    /** Writes the same bytes again and again until the other side has had enough. */
    static void endless(OutputStream out, byte[] bytes, long pauseMillis) throws IOException, InterruptedException {
        var never = new CountDownLatch(1);
        while (!never.await(pauseMillis, TimeUnit.MILLISECONDS)) {
            out.write(bytes);
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var connection : open) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
