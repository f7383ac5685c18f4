// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.api.Api;
import org.pointwatch.desk.api.Ask;

/** Brings requests to the API, and its answers back. */
final class ApiRoute implements Router.Route {
    /** Room for the longest article and its JSON. */
    private static final long MOST_BYTES = 1 << 20;

    private final Api api;
    private final Guard guard;
    private final boolean tokenless;

    ApiRoute(Api api, Guard guard, boolean tokenless) {
        this.api = api;
        this.guard = guard;
        this.tokenless = tokenless;
    }

    /** The path as the API's description has it, null if it is not one of its. */
    @Nullable
    String template(String path) {
        return api.route(path);
    }

    @Override
    public void serve(Request request, Response response, Callback callback) {
        var writing = request.getMethod().equals("POST");
        if (writing && (request.getLength() < 0 || request.getLength() > MOST_BYTES)) {
            Reply.error(413, "the body must say its length, of at most " + MOST_BYTES + " bytes")
                    .send(response, callback);
            return;
        }
        try {
            var answer = api.answer(ask(request, writing ? body(request) : null));
            new Reply(answer.status(), answer.type(), answer.body(), answer.headers()).send(response, callback);
        } catch (IOException e) {
            callback.failed(e);
        }
    }

    private static byte[] body(Request request) throws IOException {
        var buffer = Content.Source.asByteBuffer(request);
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private Ask ask(Request request, byte @Nullable [] body) {
        var headers = request.getHeaders();
        return new Ask(
                request.getMethod(),
                Request.getPathInContext(request),
                query(request),
                headers.get(HttpHeader.ACCEPT),
                headers.getValuesList(HttpHeader.IF_NONE_MATCH),
                body,
                guard.writer(request),
                tokenless);
    }

    private static Map<String, List<String>> query(Request request) {
        var all = new LinkedHashMap<String, List<String>>();
        Question.of(request).fields().forEach(field -> all.put(field.getName(), List.copyOf(field.getValues())));
        return all;
    }
}
