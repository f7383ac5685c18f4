// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.pointwatch.desk.view.View;
import org.pointwatch.wire.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.view.Samples.NOON;

/** Who sends slowly, and a database that does not answer, keep nobody else waiting. */
final class SlowPeersTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int MANY = 60;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final HttpClient http = HttpClient.newHttpClient();

    private WebServer start(DeskSettings settings) {
        var progress = new Progress(InstantSource.fixed(NOON));
        var web = new WebServer(settings, new View(metrics), progress, metrics, NOON);
        web.start();
        return web;
    }

    private HttpResponse<String> send(URI address, HttpRequest.Builder request) throws Exception {
        return http.send(
                request.uri(address).timeout(SOON).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static Socket says(URI to, String words) throws Exception {
        var socket = new Socket(to.getHost(), to.getPort());
        socket.setSoTimeout((int) SOON.toMillis());
        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String post(String path, String length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + length
                + "\r\n\r\n{\"text\":\"";
    }

    @Test
    void bodiesThatDoNotComeKeepNobodyWaiting() throws Exception {
        var slow = new ArrayList<Socket>();
        try (var web = start(DeskSettings.onLoopback(0))) {
            for (var i = 0; i < MANY; i++) {
                slow.add(says(web.address(), post("/api/v1/try", "Content-Length: 100000")));
            }
            assertThat(send(web.address().resolve("/health/live"), HttpRequest.newBuilder())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(send(
                                    web.address().resolve("/api/v1/try"),
                                    HttpRequest.newBuilder()
                                            .header("Content-Type", "application/json")
                                            .POST(BodyPublishers.ofString("{\"text\":\"x\"}")))
                            .statusCode())
                    .isEqualTo(503);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aDatabaseThatHangsKeepsNoPageWaiting() throws Exception {
        try (var silent = new ServerSocket(0, MANY, InetAddress.getLoopbackAddress());
                var web = start(DeskSettings.onLoopback(0)
                        .withDatabase(new DeskDatabase(
                                "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/x", "x", "x")))) {
            var asked = new ArrayList<Socket>();
            for (var i = 0; i < MANY; i++) {
                var path = List.of("/api/v1/series", "/alerts.atom").get(i % 2);
                asked.add(says(web.address(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            }
            for (var path : List.of("/health/live", "/", "/api/coverage")) {
                assertThat(send(web.address().resolve(path), HttpRequest.newBuilder())
                                .statusCode())
                        .isEqualTo(200);
            }
            for (var socket : asked) {
                socket.close();
            }
        }
    }

    @Test
    void aBodyIsTakenInPartsWithinItsBounds() throws Exception {
        try (var echo = new Echo(Duration.ofSeconds(30))) {
            var long1 = "x".repeat(PostedBody.MOST_BYTES);
            var whole = send(echo.address, HttpRequest.newBuilder().POST(BodyPublishers.ofString(long1)));
            assertThat(whole.body()).isEqualTo("\"" + PostedBody.MOST_BYTES + "\"");
            for (var tooLong : List.of(
                    BodyPublishers.ofString(long1 + "x"),
                    BodyPublishers.ofByteArray(new byte[PostedBody.MOST_DROPPED]),
                    BodyPublishers.ofByteArrays(
                            Arrays.asList(long1.getBytes(StandardCharsets.US_ASCII), new byte[9])))) {
                assertThat(send(echo.address, HttpRequest.newBuilder().POST(tooLong))
                                .statusCode())
                        .isEqualTo(413);
            }
            assertThat(send(echo.address, HttpRequest.newBuilder().POST(BodyPublishers.noBody()))
                            .body())
                    .isEqualTo("\"0\"");
        }
    }

    @Test
    void aBodyThatIsFarTooLongIsNotWaitedFor() throws Exception {
        try (var echo = new Echo(Duration.ofSeconds(30));
                var far = says(echo.address, post("/", "Content-Length: " + (PostedBody.MOST_DROPPED + 1)));
                var endless = says(
                        echo.address, post("/", "Transfer-Encoding: chunked").replace("{\"text\":\"", ""))) {
            assertThat(answer(far)).startsWith("HTTP/1.1 413 ");
            var megabyte = ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (var i = 0; i < 4; i++) {
                endless.getOutputStream().write(megabyte);
            }
            endless.getOutputStream().write("1\r\nx\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(endless)).startsWith("HTTP/1.1 413 ");
            Awaitility.await().until(() -> echo.room.get() == PostedBody.MOST_HELD);
        }
    }

    private static String answer(Socket socket) throws Exception {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void allBodiesTogetherAreHeldWithinABound() throws Exception {
        try (var echo = new Echo(Duration.ofSeconds(30))) {
            echo.room.set(1_000);
            try (var first = says(echo.address, post("/", "Content-Length: 900"))) {
                first.getOutputStream().write(new byte[800]);
                Awaitility.await().until(() -> echo.room.get() < 200);
                assertThat(send(echo.address, HttpRequest.newBuilder().POST(BodyPublishers.ofByteArray(new byte[300])))
                                .statusCode())
                        .isEqualTo(503);
            }
            Awaitility.await().until(() -> echo.room.get() == 1_000);
            assertThat(send(echo.address, HttpRequest.newBuilder().POST(BodyPublishers.ofByteArray(new byte[1_000])))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoTakesTooLongOverABodyIsToldSoAndCutOff() throws Exception {
        try (var echo = new Echo(Duration.ofMillis(200));
                var slow = says(echo.address, post("/", "Content-Length: 100000"))) {
            assertThat(answer(slow)).startsWith("HTTP/1.1 408 ").contains("send it faster");
        }
    }

    /** Says how many bytes were posted. */
    private static final class Echo implements AutoCloseable {
        private final Server server = new Server();
        private final AtomicLong room = new AtomicLong(PostedBody.MOST_HELD);
        private final URI address;

        Echo(Duration patience) throws Exception {
            var connector = new ServerConnector(server);
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            server.setHandler(new Handler.Abstract() {
                @Override
                public boolean handle(Request request, Response response, Callback callback) {
                    PostedBody.read(
                            request,
                            patience,
                            room,
                            body -> Reply.json(200, Json.MAPPER.valueToTree(String.valueOf(body.length)))
                                    .send(response, callback),
                            refusal -> refusal.send(response, callback));
                    return true;
                }
            });
            server.start();
            address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
        }

        @Override
        public void close() throws Exception {
            server.stop();
        }
    }
}
