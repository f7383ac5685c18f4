// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Paths to routes, behind the guard: exact ones, and those that end with {@link #ID}. */
final class Router extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    /** Stands for one last segment, whatever it is. */
    static final String ID = "{id}";

    private final Guard guard;
    private final Map<String, Route> routes;
    private final ApiRoute api;
    private final MeterRegistry metrics;

    /** Answers one path; completes the callback, at once or later. */
    interface Route {
        void serve(Request request, Response response, Callback callback);

        /** A route whose answers fit in memory. */
        static Route of(Answer answer) {
            return (request, response, callback) -> answer.to(request).send(response, callback);
        }
    }

    /** From a request to its whole answer. */
    interface Answer {
        Reply to(Request request);
    }

    Router(Guard guard, Map<String, Route> routes, ApiRoute api, MeterRegistry metrics) {
        this.guard = guard;
        this.routes = routes;
        this.api = api;
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Guard.HEADERS.forEach(response.getHeaders()::put);
        var refusal = guard.refusal(request);
        if (refusal != null) {
            refusal.send(response, callback);
            return true;
        }
        var path = Request.getPathInContext(request);
        var template = api.template(path);
        var known = template != null
                ? template
                : routes.containsKey(path) ? path : path.substring(0, path.lastIndexOf('/') + 1) + ID;
        var route = template != null ? api : routes.get(known);
        metrics.counter("pointwatch.desk.requests", "route", route == null ? "none" : known)
                .increment();
        if (route == null) {
            Reply.says(path, 404, "Nothing here. The desk's pages begin at /, and /api/openapi.json tells of its API.")
                    .send(response, callback);
        } else {
            serve(route, request, response, callback);
        }
        return true;
    }

    private static void serve(Route route, Request request, Response response, Callback callback) {
        try {
            route.serve(request, response, callback);
        } catch (RuntimeException e) {
            answered(request, () -> {
                        throw e;
                    })
                    .send(response, callback);
        }
    }

    /** The answer, or what went wrong instead. */
    static Reply answered(Request request, Supplier<Reply> answer) {
        try {
            return answer.get();
        } catch (BadQuestion e) {
            return Reply.error(400, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} failed", Request.getPathInContext(request), e);
            return Reply.error(500, "the desk failed on this request; its log says why");
        }
    }
}
