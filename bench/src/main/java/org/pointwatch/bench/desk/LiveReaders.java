// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.desk;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Coverage;

/**
 * Readers of the live stream. From the record on the topic to the line at the reader, by a count that grows by one each
 * time and so names its record; an update that was joined to a later one counts from its own record.
 */
final class LiveReaders {
    private static final Pattern ARTICLES =
            Pattern.compile("\"target\":\"point:([a-z0-9-]+)\",[^}]*?\"articles\":(\\d+)");

    private final URI desk;
    private final KafkaAccess kafka;
    private final List<String> points;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger snapshots = new AtomicInteger();

    LiveReaders(URI desk, KafkaAccess kafka, List<String> points) {
        this.desk = desk;
        this.kafka = kafka;
        this.points = points;
    }

    void measure(int clients, int stalled, int seconds, PrintStream out) throws IOException {
        var http = HttpClient.newHttpClient();
        var stuck = new ArrayList<Socket>();
        try {
            for (var i = 0; i < stalled; i++) {
                stuck.add(stuck());
            }
            for (var i = 0; i < clients - stalled; i++) {
                var request = HttpRequest.newBuilder(URI.create(desk + "api/stream?range=24h"))
                        .build();
                http.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                        .thenAcceptAsync(answer -> answer.body().forEach(this::line), task -> daemon(task));
            }
            awaitSnapshots(clients - stalled);
            var before = heap();
            publish(seconds / 2);
            var middle = heap();
            publish(seconds - seconds / 2);
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            print(out, clients, stalled, seconds, new long[] {before, middle, heap()});
        } finally {
            for (var socket : stuck) {
                socket.close();
            }
        }
    }

    private static void daemon(Runnable task) {
        var thread = new Thread(task, "bench-live");
        thread.setDaemon(true);
        thread.start();
    }

    private void awaitSnapshots(int wanted) throws IOException {
        var giveUp = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (snapshots.get() < wanted) {
            if (System.nanoTime() > giveUp) {
                throw new IOException(snapshots.get() + " of " + wanted + " readers have a snapshot after 60 s");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** Asks, and never reads. */
    private Socket stuck() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(desk.getHost(), desk.getPort()));
        socket.getOutputStream()
                .write(("GET /api/stream?range=24h HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void line(String line) {
        var now = System.nanoTime();
        if (line.equals("event: snapshot")) {
            snapshots.incrementAndGet();
        }
        if (!line.startsWith("data: ") || line.contains("\"heading\"")) {
            return;
        }
        var rows = ARTICLES.matcher(line);
        while (rows.find()) {
            var began = sent.get(rows.group(1) + "=" + rows.group(2));
            if (began != null) {
                millis.add((now - began) / 1e6);
            }
        }
    }

    /** Fifty changes a second, over all points. */
    private void publish(int seconds) {
        var serde = JsonSerde.of(Topics.COVERAGE);
        var bucket = Target.bucket(FillTables.END);
        var first = sent.size();
        try (var producer = kafka.producer(Map.of())) {
            var started = System.nanoTime();
            for (var i = 0; i < seconds * 50; i++) {
                LockSupport.parkNanos(started + i * 20_000_000L - System.nanoTime());
                var point = points.get(i % points.size());
                var count = 1_000L + first + i;
                var counts = new Counts(count, count, 0, 0, SentimentSums.ZERO, SentimentSums.ZERO);
                var coverage = Coverage.of(Target.point(point), bucket, counts, 1);
                sent.put(point + "=" + count, System.nanoTime());
                producer.send(new ProducerRecord<>(
                        kafka.topic(Topics.COVERAGE),
                        Target.coverageKey(Target.point(point), bucket),
                        serde.encode(coverage)));
                producer.flush();
            }
        }
    }

    /** After two rounds of the collector; the clients of this process are part of it. */
    private static long heap() {
        System.gc();
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private void print(PrintStream out, int clients, int stalled, int seconds, long[] heap) {
        var sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        out.printf(
                "  %d readers, %d of them stalled, 50 changes a second for %d s: %,d deliveries, p50 %.0f ms, p99 %.0f ms, most %.0f ms%n",
                clients,
                stalled,
                seconds,
                sorted.size(),
                AskRoutes.at(sorted, 0.5),
                AskRoutes.at(sorted, 0.99),
                sorted.get(sorted.size() - 1));
        out.printf(
                "  heap in use, readers included: %d MB at the start, %d MB half-way, %d MB at the end%n",
                heap[0], heap[1], heap[2]);
    }
}
