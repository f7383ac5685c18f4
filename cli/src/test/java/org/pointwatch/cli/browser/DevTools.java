// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

/** The DevTools protocol: numbered calls, their answers, and events, all JSON over one web socket. */
final class DevTools implements WebSocket.Listener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final AtomicLong calls = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<Consumer<JsonNode>> hearers = new CopyOnWriteArrayList<>();
    private final StringBuilder message = new StringBuilder();
    private @Nullable WebSocket socket;

    /** The browser's answer to a call was an error. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String words) {
            super(words);
        }
    }

    static DevTools connect(URI address) {
        var devTools = new DevTools();
        devTools.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, devTools)
                .join();
        return devTools;
    }

    void hear(Consumer<JsonNode> events) {
        hearers.add(events);
    }

    /** @param session of a tab, null for the browser itself */
    JsonNode call(@Nullable String session, String method, Map<String, ?> parameters) {
        var id = calls.incrementAndGet();
        var call = new LinkedHashMap<String, Object>(Map.of("id", id, "method", method, "params", parameters));
        if (session != null) {
            call.put("sessionId", session);
        }
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(id, answer);
        synchronized (this) {
            socket.sendText(Json.MAPPER.writeValueAsString(call), true).join();
        }
        var got = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (got.has("error")) {
            throw new Refused(method + ": " + got.path("error"));
        }
        return got.path("result");
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            var whole = Json.MAPPER.readTree(message.toString());
            message.setLength(0);
            if (whole.has("id")) {
                waiting.remove(whole.path("id").asLong()).complete(whole);
            } else {
                hearers.forEach(hearer -> hearer.accept(whole));
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
