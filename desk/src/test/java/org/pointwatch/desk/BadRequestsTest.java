// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pointwatch.desk.view.View;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.view.Samples.NOON;

/** Whoever sends rubbish fills no log. */
final class BadRequestsTest {
    private static final int EACH = 20;

    /** Say a line for each such request; the command's logback.xml silences them, and its test names them too. */
    private static final Set<String> SILENCED =
            Set.of("org.eclipse.jetty.util.HostPort", "org.eclipse.jetty.http.HttpParser");

    private static final String POST =
            "POST /api/v1/try HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private static final List<String> UNREADABLE = List.of(
            "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: [::\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x:y:z\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /a/../../b HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "G\u0000T / HTTP/1.1\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
            "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            POST + "Transfer-Encoding: gzip\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nExpect: something\r\n\r\n");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger jetty = logger("org.eclipse.jetty");
    private final WebServer web = new WebServer(
            DeskSettings.onLoopback(0), new View(metrics), new Progress(InstantSource.fixed(NOON)), metrics, NOON);

    @BeforeEach
    void start() {
        web.start();
        log.start();
        root.addAppender(log);
        jetty.setLevel(Level.WARN);
        SILENCED.forEach(name -> logger(name).setLevel(Level.OFF));
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        jetty.setLevel(null);
        SILENCED.forEach(name -> logger(name).setLevel(null));
        web.close();
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    private String answer(String request) throws IOException {
        return answer(web.address().getPort(), request);
    }

    private static String answer(int port, String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
        }
    }

    @Test
    void rubbishIsRefusedAndCountedAndFillsNoLog() throws IOException {
        for (var rubbish : UNREADABLE) {
            for (var i = 0; i < EACH; i++) {
                assertThat(answer(rubbish)).as(rubbish).matches("HTTP/1.1 (400|414|417|426|431|505) .*");
            }
        }
        assertThat(metrics.counter("pointwatch.desk.refused", "reason", "unreadable")
                        .count())
                .isEqualTo(EACH * UNREADABLE.size());
        assertThat(lines()).singleElement().asString().contains("since the start; the last: 400 ");
    }

    @Test
    void otherNamesAndBrokenBodiesFillNoLogEither() throws IOException {
        for (var i = 0; i < EACH; i++) {
            assertThat(answer("GET /nothing HTTP/1.1\r\nHost: evil.example\r\n\r\n"))
                    .contains(" 403 ");
            assertThat(answer(POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"))
                    .contains(" 400 ");
        }
        assertThat(lines()).isEmpty();
    }

    @Test
    void theLogTellsAgainAfterAMinute() throws Exception {
        var now = new AtomicLong();
        var server = new Server();
        var connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setErrorHandler(new Unreadable(metrics, now::get));
        server.start();
        try {
            answer(connector.getLocalPort(), UNREADABLE.get(0));
            answer(connector.getLocalPort(), UNREADABLE.get(0));
            assertThat(lines()).hasSize(1);
            now.addAndGet(Duration.ofMinutes(1).toNanos());
            answer(connector.getLocalPort(), UNREADABLE.get(0));
            assertThat(lines()).hasSize(2).last().asString().contains("refused, 3 since the start");
        } finally {
            server.stop();
        }
    }

    private List<String> lines() {
        return log.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
