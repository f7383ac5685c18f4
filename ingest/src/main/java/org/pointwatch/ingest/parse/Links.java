// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.url.UrlParts;

/** Links as they stand in feeds, made absolute; anything but http(s) is no link. */
final class Links {
    private Links() {}

    static @Nullable String first(@Nullable String base, @Nullable String... candidates) {
        for (var candidate : candidates) {
            var link = absolute(candidate, base);
            if (link != null) {
                return link;
            }
        }
        return null;
    }

    static @Nullable String absolute(@Nullable String link, @Nullable String base) {
        var text = link == null ? "" : link.strip().replaceAll("[\\t\\r\\n]", "");
        if (text.isEmpty()) {
            return null;
        }
        if (UrlParts.of(text) != null) {
            return text;
        }
        var from = base == null ? null : UrlParts.of(base);
        if (from == null) {
            return null;
        }
        try {
            var resolved =
                    new URI(from.text()).resolve(text.replace(" ", "%20")).toString();
            return UrlParts.of(resolved) == null ? null : resolved;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }
}
