// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.api.Api;

/**
 * Who may ask: known Host names only, writing methods only where the API takes them and never for another site's page, and
 * the bearer of a token where one is set.
 */
final class Guard {
    static final String COOKIE = "pointwatch-token";

    /** On every answer, refused or not. No inline code, no text made into code, nothing from elsewhere, no frames, no forms. */
    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'; trusted-types 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    /** What programs subscribe to that cannot send a header of their own choice, but know a name and a password. */
    static final Set<String> FEEDS = Set.of("/deadlines.ics", "/alerts.atom", "/alerts.json");

    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final DeskSettings settings;
    private final MeterRegistry metrics;

    Guard(DeskSettings settings, MeterRegistry metrics) {
        this.settings = settings;
        this.metrics = metrics;
    }

    /** The answer to a request that goes no further, or null if it may pass. */
    @Nullable
    Reply refusal(Request request) {
        var path = Request.getPathInContext(request);
        if (!allowedHost(request.getHeaders().get(HttpHeader.HOST))) {
            return refuse(
                    "host", Reply.says(path, 403, "This name is not one of the desk's: add it to the allowed hosts."));
        }
        var method = request.getMethod();
        var writing = !METHODS.contains(method);
        if (writing && !path.startsWith(Api.PREFIX)) {
            return refuse(
                    "method",
                    Reply.says(path, 405, "The desk is read only here: GET or HEAD.")
                            .with("Allow", "GET, HEAD"));
        }
        if (writing && fromElsewhere(request.getHeaders())) {
            return refuse("origin", Reply.says(path, 403, "Another site's page may not write here."));
        }
        if (method.equals("POST") && !json(request.getHeaders())) {
            return refuse("type", Reply.error(415, "send a JSON object, with Content-Type: application/json"));
        }
        var login = login(request, path);
        if (login != null || settings.token() == null || path.startsWith("/health/") || bearer(request, path)) {
            return login;
        }
        return refuse(
                "token",
                Reply.says(
                                path,
                                401,
                                "The desk wants its token: open /?token=... once, or send Authorization: Bearer ...")
                        .with("WWW-Authenticate", FEEDS.contains(path) ? "Basic realm=\"Pointwatch\"" : "Bearer"));
    }

    /** Opening {@code /?token=...} moves the token from the address to a cookie; null if that is not what is asked. */
    private @Nullable Reply login(Request request, String path) {
        var query = request.getHttpURI().getQuery();
        if (query == null || !path.equals("/") || !query.startsWith("token=")) {
            return null;
        }
        var token = query.substring("token=".length());
        if (!same(token, settings.token()) && !same(token, settings.writeToken())) {
            return null;
        }
        return Reply.text(303, "See /")
                .with("Location", "/")
                .with("Set-Cookie", COOKIE + "=" + token + "; Path=/; HttpOnly; SameSite=Strict");
    }

    private Reply refuse(String reason, Reply reply) {
        metrics.counter("pointwatch.desk.refused", "reason", reason).increment();
        return reply;
    }

    private boolean allowedHost(@Nullable String header) {
        if (header == null) {
            return false;
        }
        var colon = header.lastIndexOf(':');
        var name = colon > header.lastIndexOf(']') ? header.substring(0, colon) : header;
        return settings.allowedHosts().contains(name.toLowerCase(Locale.ROOT));
    }

    /** A page of another site can make a browser send a request here, but not hide where it came from. */
    private static boolean fromElsewhere(HttpFields headers) {
        var site = headers.get("Sec-Fetch-Site");
        var origin = headers.get(HttpHeader.ORIGIN);
        var host = headers.get(HttpHeader.HOST);
        return site != null && !site.equals("same-origin") && !site.equals("none")
                || origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host);
    }

    /** What a form cannot send. */
    private static boolean json(HttpFields headers) {
        var type = headers.get(HttpHeader.CONTENT_TYPE);
        return type != null && type.replaceFirst(";.*", "").strip().equalsIgnoreCase("application/json");
    }

    private boolean bearer(Request request, String path) {
        return shows(request, settings.token())
                || writer(request)
                || FEEDS.contains(path) && subscriber(request.getHeaders().get(HttpHeader.AUTHORIZATION));
    }

    /** The token as the password of whatever name. It reads feeds alone, because a browser would send it again by itself. */
    private boolean subscriber(@Nullable String header) {
        var given = credentials(header, "Basic ");
        if (given == null) {
            return false;
        }
        try {
            var pair = new String(Base64.getDecoder().decode(given), StandardCharsets.UTF_8);
            var password = pair.substring(pair.indexOf(':') + 1);
            return same(password, settings.token()) || same(password, settings.writeToken());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the request shows the write token. */
    boolean writer(Request request) {
        return shows(request, settings.writeToken());
    }

    private static boolean shows(Request request, @Nullable String token) {
        var header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return same(credentials(header, "Bearer "), token) || same(cookie(request.getHeaders()), token);
    }

    private static @Nullable String credentials(@Nullable String header, String scheme) {
        return header != null && header.regionMatches(true, 0, scheme, 0, scheme.length())
                ? header.substring(scheme.length()).strip()
                : null;
    }

    private static @Nullable String cookie(HttpFields headers) {
        for (var line : headers.getValuesList(HttpHeader.COOKIE)) {
            for (var part : line.split(";", -1)) {
                if (part.strip().startsWith(COOKIE + "=")) {
                    return part.strip().substring(COOKIE.length() + 1);
                }
            }
        }
        return null;
    }

    /** In a time that does not tell how much was right. */
    private static boolean same(@Nullable String given, @Nullable String token) {
        return given != null
                && token != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
