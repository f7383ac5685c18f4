// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Very many publishers behind one port, told apart by their loopback address. Each answers 304 to who brings the
 * validator of the present round; one in ten has something new each round.
 */
final class Origins implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads;
    private final ScheduledExecutorService drops = Executors.newScheduledThreadPool(2);
    private final LongAdder full = new LongAdder();
    private final LongAdder same = new LongAdder();
    private final long[] arrivals;
    private final int good;
    private volatile int round;
    private volatile long begun = System.nanoTime();

    /** @param good publishers; what has a greater number drips */
    Origins(int good, int hands) throws IOException {
        this.good = good;
        this.arrivals = new long[good];
        socket = new ServerSocket(0, 1_000, InetAddress.getByAddress(new byte[] {0, 0, 0, 0}));
        threads = Executors.newFixedThreadPool(hands, r -> {
            var thread = new Thread(r, "origin");
            thread.setDaemon(true);
            return thread;
        });
        for (var i = 0; i < hands; i++) {
            threads.execute(this::serve);
        }
    }

    /** {@code 127.a.b.c:port} of a publisher. */
    String authority(int number) {
        return "127." + (number / 62_500 + 1) + "." + number / 250 % 250 + "." + (number % 250 + 1) + ":"
                + socket.getLocalPort();
    }

    void nextRound() {
        round++;
        begun = System.nanoTime();
        full.reset();
        same.reset();
    }

    /** Milliseconds from the beginning of the round to the request of the slowest but one in a hundred. */
    long p99() {
        var sorted = arrivals.clone();
        Arrays.sort(sorted);
        return TimeUnit.NANOSECONDS.toMillis(sorted[sorted.length * 99 / 100]);
    }

    long full() {
        return full.sum();
    }

    long same() {
        return same.sum();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                answer(socket.accept());
            } catch (IOException e) {
                continue;
            }
        }
    }

    private void answer(Socket connection) throws IOException {
        connection.setTcpNoDelay(true);
        var head = head(new BufferedInputStream(connection.getInputStream()));
        var number = Integer.parseInt(head.substring(head.indexOf('/') + 1, head.indexOf(" HTTP")));
        if (number >= good) {
            drip(connection);
            return;
        }
        arrivals[number] = System.nanoTime() - begun;
        var version = round - Math.floorMod(round - number, 10);
        var tag = "\"" + version + "\"";
        var known = head.contains("If-None-Match: " + tag);
        (known ? same : full).increment();
        var body = known ? "" : feed(number, version);
        var answer = (known ? "HTTP/1.1 304 Not Modified" : "HTTP/1.1 200 OK") + "\r\nETag: " + tag
                + "\r\nContent-Type: application/rss+xml\r\nCache-Control: max-age=900\r\n"
                + (known ? "" : "Content-Length: " + body.length() + "\r\n") + "Connection: close\r\n\r\n" + body;
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
        connection.close();
    }

    /** A byte a second until the other side has had enough. */
    private void drip(Socket connection) throws IOException {
        connection.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        var unused = drops.scheduleWithFixedDelay(() -> drop(connection), 1, 1, TimeUnit.SECONDS);
    }

    private static void drop(Socket connection) {
        try {
            connection.getOutputStream().write('x');
        } catch (IOException e) {
            throw new UncheckedIOException("ends the drip", e);
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder(400);
        for (var b = in.read(); b >= 0; b = in.read()) {
            head.append((char) b);
            if (b == '\n' && head.length() > 3 && head.charAt(head.length() - 3) == '\n') {
                break;
            }
        }
        return head.toString();
    }

    /** Twenty entries, of which one is new with each version. */
    private static String feed(int number, int version) {
        var out = new StringBuilder(8_000)
                .append("<rss version=\"2.0\"><channel><title>Feed ")
                .append(number)
                .append("</title>");
        for (var i = 0; i < 20; i++) {
            var entry = Math.floorDiv(version, 10) + 100 - i;
            out.append("<item><title>Entry ")
                    .append(entry)
                    .append(" of feed ")
                    .append(number)
                    .append("</title><link>https://news.example/")
                    .append(number)
                    .append('/')
                    .append(entry)
                    .append("</link><description>")
                    .append("A sentence that an entry of this feed tells. ".repeat(6))
                    .append("</description></item>");
        }
        return out.append("</channel></rss>").toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
        drops.shutdownNow();
    }
}
