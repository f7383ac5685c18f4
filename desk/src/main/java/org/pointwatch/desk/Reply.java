// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.pointwatch.wire.Json;

/** A whole answer, small enough to be held in memory. */
record Reply(int status, String type, byte[] body, Map<String, String> headers) {
    private static final String JSON = "application/json; charset=utf-8";

    static Reply json(int status, Object value) {
        return new Reply(status, JSON, Json.MAPPER.writeValueAsBytes(value), Map.of("Cache-Control", "no-store"));
    }

    static Reply error(int status, String words) {
        return json(status, Map.of("error", words));
    }

    static Reply text(int status, String words) {
        return new Reply(
                status,
                "text/plain; charset=utf-8",
                (words + "\n").getBytes(StandardCharsets.UTF_8),
                Map.of("Cache-Control", "no-store"));
    }

    Reply with(String name, String value) {
        var all = new HashMap<>(headers);
        all.put(name, value);
        return new Reply(status, type, body, Map.copyOf(all));
    }

    void send(Response response, Callback callback) {
        response.setStatus(status);
        if (status != 304) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        }
        headers.forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
