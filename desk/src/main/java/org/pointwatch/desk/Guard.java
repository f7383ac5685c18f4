// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Who may ask: known Host names only, reading methods only, and the token's bearer where a token is set. */
final class Guard {
    static final String COOKIE = "pointwatch-token";

    /** On every answer, refused or not. No inline code, nothing from elsewhere, no frames, no forms. */
    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin");

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
            return refuse("host", Reply.text(403, "This name is not one of the desk's: add it to the allowed hosts."));
        }
        if (!METHODS.contains(request.getMethod())) {
            return refuse(
                    "method",
                    Reply.text(405, "The desk is read only: GET or HEAD.").with("Allow", "GET, HEAD"));
        }
        var login = login(request, path);
        if (login != null || settings.token() == null || path.startsWith("/health/") || bearer(request)) {
            return login;
        }
        return refuse(
                "token",
                Reply.text(401, "The desk wants its token: open /?token=... once, or send Authorization: Bearer ...")
                        .with("WWW-Authenticate", "Bearer"));
    }

    /** Opening {@code /?token=...} moves the token from the address to a cookie; null if that is not what is asked. */
    private @Nullable Reply login(Request request, String path) {
        var token = settings.token();
        var query = request.getHttpURI().getQuery();
        if (token == null || query == null || !path.equals("/")) {
            return null;
        }
        if (!query.startsWith("token=") || !same(query.substring("token=".length()), token)) {
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

    private boolean bearer(Request request) {
        var token = settings.token();
        var given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        var inHeader = given != null && given.startsWith("Bearer ") && same(given.substring(7), token);
        return inHeader || same(cookie(request.getHeaders()), token);
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
