// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pointwatch.desk.view.View;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.view.Samples.NOON;

/** Who holds connections without asking or reading keeps nobody out. */
final class ConnectionsTest {
    private static final String HALF = "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    private static final String WHOLE = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<Socket> held = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void letGo() throws IOException {
        for (var socket : held) {
            socket.close();
        }
    }

    private Socket says(URI to, String words) throws IOException {
        var socket = new Socket(to.getHost(), to.getPort());
        held.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private double cut(String awaited, String reason) {
        return metrics.counter("pointwatch.desk.connections.cut", "awaited", awaited, "reason", reason)
                .count();
    }

    private double open(String awaited) {
        return metrics.get("pointwatch.desk.connections")
                .tag("awaited", awaited)
                .gauge()
                .value();
    }

    private int status(URI address) throws Exception {
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void pagesAndHealthAnswerWhileThousandsOfHalfRequestsAreHeldAndLiveReadersStay() throws Exception {
        var progress = new Progress(InstantSource.fixed(NOON));
        try (var web = new WebServer(DeskSettings.onLoopback(0), new View(metrics), progress, metrics, NOON)) {
            web.start();
            for (var i = 0; i < LiveStream.MOST_CLIENTS; i++) {
                says(web.address(), "GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
            }
            Awaitility.await().until(() -> web.stream().clients() == LiveStream.MOST_CLIENTS);
            var many = Math.min(2_000, Connections.Most.allowed().owing());
            for (var i = 0; i < many; i++) {
                says(web.address(), HALF);
            }
            Awaitility.await().until(() -> open("requests") >= many);
            for (var path : List.of("health/live", "health/ready", "", "js/frame.js", "api/coverage")) {
                assertThat(status(web.address().resolve(path))).as(path).isIn(200, 503);
            }
            assertThat(web.stream().clients()).isEqualTo(LiveStream.MOST_CLIENTS);
        }
    }

    @Test
    void whoeverHasWaitedLongestMakesRoomInACrowd() throws Exception {
        try (var server = new Small(new Connections.Most(20, 20), LONG, LONG)) {
            var first = says(server.address, HALF);
            for (var i = 0; i < 300; i++) {
                says(server.address, HALF);
            }
            assertThat(first.getInputStream().read()).isEqualTo(-1);
            assertThat(status(server.address)).isEqualTo(200);
            assertThat(cut("requests", "crowd")).isGreaterThanOrEqualTo(280);
            assertThat(open("requests")).isLessThanOrEqualTo(20);
        }
    }

    @Test
    void aHeaderThatDripsIsCutOff() throws Exception {
        try (var server = new Small(new Connections.Most(20, 20), SHORT, LONG)) {
            var slow = says(server.address, HALF);
            Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> !takes(slow));
            assertThat(cut("requests", "late")).isEqualTo(1);
        }
    }

    private static boolean takes(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aConnectionThatIsKeptOpenAnswersAgainAndEndsQuietly() throws Exception {
        try (var server = new Small(new Connections.Most(20, 20), SHORT, LONG)) {
            var kept = says(server.address, WHOLE + WHOLE);
            var answers = new String(kept.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
            assertThat(open("answers")).isZero();
            Awaitility.await().until(() -> open("requests") == 0);
        }
    }

    @Test
    void whoDoesNotTakeAnAnswerIsCutOff() throws Exception {
        try (var server = new Small(new Connections.Most(20, 20), LONG, SHORT)) {
            says(server.address, "GET /much HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Awaitility.await().until(() -> cut("answers", "late") == 1);
            Awaitility.await().until(() -> open("answers") == 0);
        }
    }

    @Test
    void aLiveReaderIsNotLateEvenOnAConnectionThatAskedBefore() throws Exception {
        try (var server = new Small(new Connections.Most(20, 20), SHORT, SHORT)) {
            var reader = says(server.address, WHOLE + "GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
            var slow = says(server.address, HALF);
            assertThat(slow.getInputStream().read()).isEqualTo(-1);
            assertThat(open("answers")).isZero();
            assertThat(open("requests")).isZero();
            reader.getOutputStream().write(' ');
            reader.setSoTimeout(500);
            assertThat(reader.getInputStream().read()).isEqualTo('H');
            assertThat(server.streams).hasValue(1);
        }
    }

    /** Says one word, or much, or goes on for ever. */
    private final class Small implements AutoCloseable {
        private final Server server = new Server();
        private final URI address;
        private final AtomicInteger streams = new AtomicInteger();

        Small(Connections.Most most, Duration forARequest, Duration forAnAnswer) throws Exception {
            var connector = new ServerConnector(server, 1, 1);
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            server.setHandler(new Connections(connector, handler(), most, forARequest, forAnAnswer, metrics));
            server.start();
            address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
        }

        private Handler handler() {
            return new Handler.Abstract() {
                @Override
                public boolean handle(Request request, Response response, Callback callback) {
                    var path = Request.getPathInContext(request);
                    if (path.equals(LiveStream.PATH)) {
                        Request.addCompletionListener(request, failure -> streams.decrementAndGet());
                        streams.incrementAndGet();
                        response.write(false, ByteBuffer.wrap(new byte[] {'x'}), Callback.NOOP);
                    } else {
                        response.write(true, ByteBuffer.allocate(path.equals("/much") ? 64 << 20 : 1), callback);
                    }
                    return true;
                }
            };
        }

        @Override
        public void close() throws Exception {
            server.stop();
        }
    }
}
