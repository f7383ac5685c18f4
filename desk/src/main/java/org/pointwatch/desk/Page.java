// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.URIUtil;
import org.pointwatch.desk.view.View;
import org.pointwatch.domain.article.Ids;

/**
 * The pages: one shell that knows its page, its heading and how far the data reach, and the modules that fill it. All from the
 * class path; the browser asks again each time and is told when nothing changed.
 */
final class Page {
    private static final String HTML = "text/html; charset=utf-8";

    /** Each is served under its own name, those of scripts under /js. */
    static final List<String> FILES =
            List.of("/desk.css", "/charts.css", "/views.css", "/narrow.css", "/noscript.css", "/icon.svg");

    /** In the order of reading: what all share, charts and lists, pages. */
    static final List<String> SCRIPTS = List.of(("theme dom words view ask held live pick keys cite frame panel svg"
                    + " trend lines tone heat grid evidence lists deadline cuts marked gold veto"
                    + " overview matrix compare article subject point actor story deadlines alerts sources dossier brief")
            .split(" "));

    private final View view;
    private final String shell = new String(read("/shell.html"), StandardCharsets.UTF_8);

    private Page(View view) {
        this.view = view;
    }

    static Map<String, Router.Route> routes(View view) {
        var page = new Page(view);
        var routes = new HashMap<String, Router.Route>();
        routes.put("/", page.shell("overview", id -> named(view.heading().title())));
        routes.put("/points/" + Router.ID, page.subject("point"));
        routes.put("/actors/" + Router.ID, page.subject("actor"));
        routes.put("/stories/" + Router.ID, page.shell("story", id -> "Story"));
        routes.put("/articles/" + Router.ID, page.shell("article", id -> "Article"));
        for (var name : List.of("Matrix", "Compare", "Deadlines", "Alerts", "Sources", "Dossier", "Brief")) {
            var path = name.toLowerCase(Locale.ROOT);
            routes.put("/" + path, page.shell(path, id -> name));
        }
        FILES.forEach(file -> routes.put(file, file(file)));
        SCRIPTS.forEach(name -> routes.put("/js/" + name + ".js", file("/js/" + name + ".js")));
        return routes;
    }

    private Router.Route shell(String name, UnaryOperator<String> heading) {
        var marked = marked(name);
        return Router.Route.of(request -> file(request, HTML, filled(marked, heading.apply(id(request)), "", "")));
    }

    /** A point or an actor; one that is in no dossier and has no counts is not found, and the page says so. */
    private Router.Route subject(String kind) {
        var marked = marked(kind);
        var lost = marked.replaceFirst("<html", "<html data-unknown");
        return Router.Route.of(request -> {
            var id = id(request);
            var target = kind + ":" + id;
            return view.knows(target)
                    ? file(request, HTML, filled(marked, view.title(target), "", ownNumbers(target)))
                    : new Reply(
                            404, HTML, filled(lost, id, unknown(kind, id), ""), Map.of("Cache-Control", "no-store"));
        });
    }

    private String marked(String name) {
        return shell.replace("{{page}}", name)
                .replace("data-nav=\"" + name + "\"", "data-nav=\"" + name + "\" aria-current=\"page\"");
    }

    /** @param notice and {@code own} are markup, all else is text */
    private byte[] filled(String marked, String title, String notice, String own) {
        var plan = view.heading().title();
        var asOf = view.asOf();
        return marked.replace("{{asOf}}", asOf == null ? "" : asOf.toString())
                .replace("{{asOfWords}}", asOf == null ? "–" : words(asOf))
                .replace("{{title}}", escaped(titled(title, plan)))
                .replace("{{heading}}", escaped(title))
                .replace("{{dossier}}", escaped(titled("", plan)))
                .replace("{{notice}}", notice)
                .replace("{{own}}", own)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String words(Instant asOf) {
        return asOf.truncatedTo(ChronoUnit.SECONDS).toString().replace("T", " ").replace("Z", " UTC");
    }

    private static String unknown(String kind, String id) {
        return "<p class=\"notice\">The dossier in force has no " + kind + " <code>" + escaped(id)
                + "</code>, and nothing was counted for it. <a href=\"/dossier\">What the dossier has</a></p>";
    }

    /** For those who have no script. */
    private static String ownNumbers(String target) {
        var asked = "target=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
        return " Of this one: <a href=\"/api/coverage?" + asked + "\">counts (JSON)</a>,"
                + " <a href=\"/api/v1/evidence?format=csv&amp;" + asked + "\">sentences (CSV)</a>.";
    }

    private static String titled(String title, String plan) {
        var named = named(plan);
        return title.isEmpty() || title.equals(named) ? named : title + " · " + named;
    }

    private static String named(String plan) {
        return plan.isEmpty() ? "No dossier yet" : plan;
    }

    private static String id(Request request) {
        var path = Request.getPathInContext(request);
        try {
            var id = URIUtil.decodePath(path.substring(path.lastIndexOf('/') + 1));
            return id == null ? "" : id;
        } catch (RuntimeException e) {
            throw new BadQuestion("the id is not properly %-encoded UTF-8");
        }
    }

    private static Router.Route file(String path) {
        var bytes = read(path);
        var type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "image/svg+xml";
        return Router.Route.of(request -> file(request, type + "; charset=utf-8", bytes));
    }

    private static Reply file(Request request, String type, byte[] bytes) {
        var tag = '"' + Ids.hash("page", new String(bytes, StandardCharsets.UTF_8)) + '"';
        var headers = Map.of("ETag", tag, "Cache-Control", "no-cache");
        return request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH).stream()
                        .anyMatch(line -> Validators.names(line, tag))
                ? new Reply(304, type, new byte[0], headers)
                : new Reply(200, type, bytes, headers);
    }

    /** Braces too, so that no title can ask for another's place in the shell. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("{", "&#123;");
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
