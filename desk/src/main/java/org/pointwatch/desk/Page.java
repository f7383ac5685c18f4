// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.pointwatch.domain.article.Ids;

/** The page's files, from the class path; the browser asks again each time and is told when nothing changed. */
final class Page {
    static final Map<String, String> FILES = Map.of(
            "/desk.js", "text/javascript; charset=utf-8",
            "/desk.css", "text/css; charset=utf-8",
            "/icon.svg", "image/svg+xml");

    private Page() {}

    /** The shell: the only text put into it is the plan's title, escaped. */
    static Router.Route shell(Supplier<String> title) {
        var html = new String(read("/desk.html"), StandardCharsets.UTF_8);
        return Router.Route.of(request -> file(
                request,
                "text/html; charset=utf-8",
                html.replace("{{title}}", escaped(title.get())).getBytes(StandardCharsets.UTF_8)));
    }

    static Router.Route file(String path, String type) {
        var bytes = read(path);
        return Router.Route.of(request -> file(request, type, bytes));
    }

    private static Reply file(Request request, String type, byte[] bytes) {
        var tag = '"' + Ids.hash("page", new String(bytes, StandardCharsets.UTF_8)) + '"';
        var headers = Map.of("ETag", tag, "Cache-Control", "no-cache");
        return tag.equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))
                ? new Reply(304, type, new byte[0], headers)
                : new Reply(200, type, bytes, headers);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static byte[] read(String path) {
        try (var in = Page.class.getResourceAsStream("page" + path)) {
            if (in == null) {
                throw new IllegalStateException("the desk's jar lacks page" + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
