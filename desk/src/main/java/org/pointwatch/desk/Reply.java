// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
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

    /** To programs as the API says it, to people in words. */
    static Reply says(String path, int status, String words) {
        var program = path.startsWith("/api") || Guard.FEEDS.contains(path);
        return program ? error(status, words) : text(status, words);
    }

    Reply with(String name, String value) {
        var all = new HashMap<>(headers);
        all.put(name, value);
        return new Reply(status, type, body, Map.copyOf(all));
    }

    void send(Response response, Callback callback) {
        var to = response.getHeaders();
        response.setStatus(status);
        headers.forEach(to::put);
        to.add(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());
        var packed = Gzip.isFor(response.getRequest().getHeaders(), body);
        var sent = packed ? Gzip.of(body) : body;
        if (packed) {
            to.put(HttpHeader.CONTENT_ENCODING, Gzip.NAME);
            weaken(to);
        }
        if (status != 304) {
            to.put(HttpHeader.CONTENT_TYPE, type);
            to.put(HttpHeader.CONTENT_LENGTH, sent.length);
        }
        response.write(true, ByteBuffer.wrap(sent), callback);
    }

    /** Other bytes of the same content may not have the same strong tag. */
    private static void weaken(HttpFields.Mutable to) {
        var tag = to.get(HttpHeader.ETAG);
        if (tag != null && !tag.startsWith("W/")) {
            to.put(HttpHeader.ETAG, "W/" + tag);
        }
    }
}
