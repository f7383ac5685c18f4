// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pointwatch.testkit.proxy.TcpProxy.Direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(30)
final class TcpProxyTest {
    private static final int PATIENCE_MS = 10_000;

    private ServerSocket server;
    private Thread welcome;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        welcome = Link.daemon("echo", this::welcome);
        proxy = TcpProxy.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), (InetSocketAddress)
                server.getLocalSocketAddress());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void passesBothWays() throws IOException {
        try (var client = connect()) {
            assertThat(asked(client, "hello")).isEqualTo("hello");
        }
        await().until(() -> proxy.connections() == 0);
    }

    @Test
    void cutsAllConnectionsAndLetsNewOnesIn() throws IOException {
        try (var one = connect();
                var other = connect()) {
            asked(one, "a");
            asked(other, "b");
            assertThat(proxy.cut()).isEqualTo(2);
            assertThatThrownBy(() -> asked(one, "a")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> asked(other, "b")).isInstanceOf(IOException.class);
        }
        try (var next = connect()) {
            assertThat(asked(next, "c")).isEqualTo("c");
        }
    }

    @Test
    void cutsBehindTheBytesThatMayPass() throws IOException {
        try (var client = connect()) {
            proxy.cutAfter(Direction.TO_SERVER, 7);
            assertThat(asked(client, "hello")).isEqualTo("hello");
            assertThat(proxy.done()).isFalse();
            client.getOutputStream().write("world".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> client.getInputStream().readNBytes(5)).isInstanceOf(IOException.class);
            assertThat(proxy.done()).isTrue();
        }
    }

    @Test
    void losesTheAnswerThatHoldsTheBytes() throws IOException {
        try (var client = connect()) {
            proxy.loseAnswer("COMMIT".getBytes(StandardCharsets.UTF_8));
            assertThat(asked(client, "BEGIN")).isEqualTo("BEGIN");
            assertThatThrownBy(() -> asked(client, "COMMIT")).isInstanceOf(IOException.class);
        }
        try (var next = connect()) {
            assertThat(asked(next, "COMMIT")).as("only one is lost").isEqualTo("COMMIT");
        }
    }

    @Test
    void stallsUntilItMayFlow() throws IOException {
        try (var client = connect()) {
            asked(client, "before");
            proxy.stall();
            client.getOutputStream().write("late".getBytes(StandardCharsets.UTF_8));
            client.setSoTimeout(200);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            proxy.flow();
            client.setSoTimeout(PATIENCE_MS);
            assertThat(read(client.getInputStream(), 4)).isEqualTo("late");
        }
    }

    @Test
    void hangsUpWhileTheServerIsAway() throws Exception {
        server.close();
        welcome.join(); // who waits in accept keeps the port open until it has woken up
        try (var client = connect()) {
            assertThatThrownBy(() -> {
                        if (client.getInputStream().read() < 0) {
                            throw new IOException("hung up");
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket();
        socket.setSoTimeout(PATIENCE_MS);
        socket.connect(proxy.address());
        return socket;
    }

    private static String asked(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return read(client.getInputStream(), text.length());
    }

    private static String read(InputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the connection ended");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void welcome() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Link.daemon("echo", () -> echo(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // The test has ended it.
        }
    }
}
