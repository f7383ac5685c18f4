// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.url;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An http(s) address taken apart by one parser only, so that no two readers of it disagree.
 *
 * @param port -1 if none is named
 * @param userinfo whether credentials stood in it; they are never kept
 * @param path begins with a slash; bytes outside of printable ASCII are percent-encoded
 * @param query without the question mark, null if there is none
 */
public record UrlParts(String scheme, String host, int port, boolean userinfo, String path, @Nullable String query) {
    /** Longest address that is taken for one. */
    public static final int LONGEST = 2_048;

    private static final Pattern SHAPE =
            Pattern.compile("(?i)(https?)://([^/?#\\\\]+)((?:/[^?#]*)?)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("[a-z0-9._~-]+|[0-9a-f:.]+");
    private static final Pattern PORT = Pattern.compile("[0-9]{0,5}");

    /** The parts, or null if this is no http(s) address. */
    public static @Nullable UrlParts of(String url) {
        var text = url.strip().replaceAll("[\\t\\r\\n]", "");
        var shape = SHAPE.matcher(text);
        if (text.length() > LONGEST || !shape.matches()) {
            return null;
        }
        var authority = shape.group(2);
        var at = authority.lastIndexOf('@');
        var hostAndPort = authority.substring(at + 1);
        var colon = hostAndPort.startsWith("[")
                ? hostAndPort.indexOf(':', hostAndPort.indexOf(']') + 1)
                : hostAndPort.indexOf(':');
        var host = Domains.ascii(colon < 0 ? hostAndPort : hostAndPort.substring(0, colon));
        var port = port(colon < 0 ? "" : hostAndPort.substring(colon + 1));
        if (port < -1 || !HOST.matcher(host).matches()) {
            return null;
        }
        var path = shape.group(3).isEmpty() ? "/" : encoded(shape.group(3));
        var query = shape.group(4);
        return new UrlParts(
                shape.group(1).toLowerCase(Locale.ROOT),
                host,
                port,
                at >= 0,
                path,
                query == null ? null : encoded(query));
    }

    private static int port(String digits) {
        if (!PORT.matcher(digits).matches()) {
            return -2;
        }
        if (digits.isEmpty()) {
            return -1;
        }
        var port = Integer.parseInt(digits);
        return port == 0 || port > 65_535 ? -2 : port;
    }

    public int effectivePort() {
        return port > 0 ? port : scheme.equals("https") ? 443 : 80;
    }

    /** {@code host:port} with the port always named. */
    public String origin() {
        return bracketed() + ":" + effectivePort();
    }

    /** The address in this parser's spelling: no credentials, no fragment, no default port. */
    public String text() {
        var defaultPort = scheme.equals("https") ? 443 : 80;
        return scheme + "://" + bracketed() + (port < 0 || port == defaultPort ? "" : ":" + port) + path
                + (query == null ? "" : "?" + query);
    }

    /** An address as logs and messages may show it: where to, but neither credentials nor query, which may hold a key. */
    public static String shown(String url) {
        var parts = of(url);
        if (parts == null) {
            return "an address of " + url.length() + " characters";
        }
        return parts.query() == null ? parts.text() : parts.withQuery(null).text() + "?…";
    }

    private String bracketed() {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    UrlParts withPath(String other) {
        return new UrlParts(scheme, host, port, userinfo, other, query);
    }

    UrlParts withQuery(@Nullable String other) {
        return new UrlParts(scheme, host, port, userinfo, path, other);
    }

    private static String encoded(String part) {
        var out = new StringBuilder(part.length());
        for (var b : part.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7F && "\"<>\\^`{|}".indexOf(b) < 0) {
                out.append((char) b);
            } else {
                out.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xFF));
            }
        }
        return out.toString();
    }
}
