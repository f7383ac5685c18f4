// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.api.Api;
import org.pointwatch.desk.api.Ask;

/** Brings requests to the API, and its answers back. */
final class ApiRoute implements Router.Route {
    private final Api api;
    private final Guard guard;
    private final boolean tokenless;
    private final Home home;
    private final Answering answering;
    private final AtomicLong room = new AtomicLong(PostedBody.MOST_HELD);

    ApiRoute(Api api, Guard guard, boolean tokenless, Home home, Answering answering) {
        this.api = api;
        this.guard = guard;
        this.home = home;
        this.answering = answering;
        this.tokenless = tokenless;
    }

    /** The path as the API's description has it, null if it is not one of its. */
    @Nullable
    String template(String path) {
        return api.route(path);
    }

    @Override
    public void serve(Request request, Response response, Callback callback) {
        if (!request.getMethod().equals("POST")) {
            answering.send(request, response, callback, () -> reply(request, null));
            return;
        }
        PostedBody.read(
                request,
                PostedBody.PATIENCE,
                room,
                body -> answering.send(request, response, callback, () -> reply(request, body)),
                refusal -> refusal.send(response, callback));
    }

    private Reply reply(Request request, byte @Nullable [] body) {
        var answer = api.answer(ask(request, body));
        return new Reply(answer.status(), answer.type(), answer.body(), answer.headers());
    }

    private Ask ask(Request request, byte @Nullable [] body) {
        var headers = request.getHeaders();
        return new Ask(
                home.of(request),
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
