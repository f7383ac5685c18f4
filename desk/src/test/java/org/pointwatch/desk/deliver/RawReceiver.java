// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Answers with given bytes, down to how each connection ends. */
final class RawReceiver {
    private static final int NOBODY_ELSE_MILLIS = 300;

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final CompletableFuture<List<String>> ended = new CompletableFuture<>();

    /** @param reset instead of an answer; without one and without words it says nothing more */
    RawReceiver(String words, boolean reset) throws IOException {
        var thread = new Thread(() -> {
            var ends = new ArrayList<String>();
            try (server) {
                ends.add(serve(words, reset));
                server.setSoTimeout(NOBODY_ELSE_MILLIS);
                while (true) {
                    ends.add("again: " + serve(words, reset));
                }
            } catch (SocketTimeoutException e) {
                ended.complete(ends);
            } catch (IOException e) {
                ended.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook?key=very-secret");
    }

    /** How each of the connections ended. */
    List<String> ended() throws InterruptedException, ExecutionException, TimeoutException {
        return ended.get(20, TimeUnit.SECONDS);
    }

    private String serve(String words, boolean reset) throws IOException {
        try (var socket = server.accept()) {
            socket.setSoTimeout(10_000);
            request(socket);
            if (reset) {
                socket.setSoLinger(true, 0);
                return "reset by us";
            }
            socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            if (words.isEmpty() || words.contains("close")) {
                socket.shutdownOutput();
            }
            return end(socket);
        }
    }

    private static String end(Socket socket) {
        try {
            return socket.getInputStream().read() < 0 ? "end" : "more";
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void request(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        var length = head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
        in.readNBytes(Integer.parseInt(length));
    }
}
