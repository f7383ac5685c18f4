// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pointwatch.desk.view.View;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.view.Samples.NOON;
import static org.pointwatch.desk.view.Samples.coverage;
import static org.pointwatch.desk.view.Samples.finding;

/** The stream over real sockets. */
final class LiveStreamTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final View view = new View(metrics);
    private final WebServer web =
            new WebServer(DeskSettings.onLoopback(0), view, new Progress(InstantSource.fixed(NOON)), metrics, NOON);
    private final List<Socket> open = new ArrayList<>();

    @BeforeEach
    void start() {
        web.start();
        count(1);
    }

    @AfterEach
    void close() throws IOException {
        for (var socket : open) {
            socket.close();
        }
        web.close();
    }

    private void count(long stories) {
        view.coverage("point:army-cap@" + NOON, coverage("point:army-cap", NOON, stories, 0, 0));
    }

    private BufferedReader connect(String lastEventId, int receiveBuffer) throws IOException {
        var socket = new Socket();
        open.add(socket);
        socket.setSoTimeout(10_000);
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress("127.0.0.1", web.address().getPort()));
        var id = lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
        socket.getOutputStream()
                .write(("GET /api/stream HTTP/1.1\r\nHost: localhost\r\n" + id + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader in, String field) throws IOException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith(field + ": ")) {
                return line.substring(field.length() + 2);
            }
        }
        throw new AssertionError("the stream ended before a line of " + field);
    }

    @Test
    void aReaderGetsASnapshotThenUpdatesAndCanResume() throws IOException {
        var in = connect(null, 0);
        assertThat(next(in, "event")).isEqualTo("snapshot");
        var id = next(in, "id");
        count(2);
        assertThat(next(in, "event")).isEqualTo("update");
        assertThat(next(in, "data")).contains("\"stories\":2");

        var resumed = connect(id, 0);
        assertThat(next(resumed, "event")).isEqualTo("update");
        assertThat(next(resumed, "data")).contains("\"stories\":2");
    }

    @Test
    void aReaderWhoTakesNothingHurtsNoOther() throws IOException {
        connect(null, 1_024);
        var brisk = connect(null, 0);
        next(brisk, "data");
        Awaitility.await().until(() -> web.stream().clients() == 2);
        var long360k = "Long. ".repeat(60_000);
        for (var i = 0; i < 80; i++) {
            view.finding("a", finding("a", NOON.plusSeconds(i), "o", long360k + i, List.of("army-cap"), List.of()));
            web.stream().tick();
            assertThat(next(brisk, "data").contains(". " + i)).isTrue();
        }
        assertThat(metrics.counter("pointwatch.desk.live.resyncs").count()).isEqualTo(1);
    }

    @Test
    void aReaderWhoLeavesIsForgotten() throws IOException {
        next(connect(null, 0), "event");
        assertThat(web.stream().clients()).isEqualTo(1);
        open.get(0).close();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            web.stream().beat();
            return web.stream().clients() == 0;
        });
    }

    @Test
    void oneReaderTooManyIsToldSo() throws IOException {
        for (var i = 0; i < LiveStream.MOST_CLIENTS; i++) {
            connect(null, 0);
        }
        Awaitility.await().until(() -> web.stream().clients() == LiveStream.MOST_CLIENTS);

        assertThat(connect(null, 0).readLine()).contains(" 503 ");
        assertThat(metrics.counter("pointwatch.desk.refused", "reason", "clients")
                        .count())
                .isEqualTo(1);
    }
}
