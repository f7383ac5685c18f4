// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.url;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that only lead elsewhere and say where: click counters of search engines and social networks, and caches of
 * AMP pages. Read from the address alone; nothing is asked.
 */
final class Redirectors {
    private static final int MOST = 3;

    /** @param parameters that hold the target, in order of trust */
    private record Counter(String host, String path, List<String> parameters) {
        boolean is(UrlParts url) {
            return (host.endsWith(".")
                            ? url.host().startsWith(host)
                            : url.host().equals(host))
                    && url.path().toLowerCase(Locale.ROOT).equals(path);
        }
    }

    private static final List<Counter> COUNTERS = List.of(
            new Counter("www.google.", "/url", List.of("url", "q")),
            new Counter("google.", "/url", List.of("url", "q")),
            new Counter("www.bing.com", "/news/apiclick.aspx", List.of("url")),
            new Counter("l.facebook.com", "/l.php", List.of("u")),
            new Counter("lm.facebook.com", "/l.php", List.of("u")),
            new Counter("l.instagram.com", "/", List.of("u")),
            new Counter("out.reddit.com", "/", List.of("url")),
            new Counter("www.youtube.com", "/redirect", List.of("q")),
            new Counter("vk.com", "/away.php", List.of("to")),
            new Counter("t.umblr.com", "/redirect", List.of("z")),
            new Counter("duckduckgo.com", "/l/", List.of("uddg")));

    private Redirectors() {}

    /** The address behind it, or the given one. */
    static UrlParts target(UrlParts url) {
        var at = url;
        for (var i = 0; i < MOST; i++) {
            var next = next(at);
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static @Nullable UrlParts next(UrlParts url) {
        for (var counter : COUNTERS) {
            if (counter.is(url)) {
                return named(url, counter.parameters());
            }
        }
        return cached(url);
    }

    private static @Nullable UrlParts named(UrlParts url, List<String> parameters) {
        for (var parameter : parameters) {
            for (var pair : url.query() == null ? new String[0] : url.query().split("&", -1)) {
                if (pair.startsWith(parameter + "=")) {
                    var target = decoded(pair.substring(parameter.length() + 1));
                    var parts = target == null ? null : UrlParts.of(target);
                    if (parts != null) {
                        return parts;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** {@code /c/s/host/path} at the AMP cache, {@code /amp/s/host/path} at the search engine; s stands for https. */
    private static @Nullable UrlParts cached(UrlParts url) {
        var cache = url.host().endsWith(".cdn.ampproject.org") || url.host().equals("cdn.ampproject.org");
        var prefix = cache ? cachePrefix(url.path()) : url.host().startsWith("www.google.") ? "/amp/" : null;
        if (prefix == null || !url.path().startsWith(prefix)) {
            return null;
        }
        var rest = url.path().substring(prefix.length());
        var secure = rest.startsWith("s/");
        var query = url.query() == null ? "" : "?" + url.query();
        return UrlParts.of((secure ? "https://" + rest.substring(2) : "http://" + rest) + query);
    }

    private static @Nullable String cachePrefix(String path) {
        return path.startsWith("/c/") ? "/c/" : path.startsWith("/v/") ? "/v/" : null;
    }
}
