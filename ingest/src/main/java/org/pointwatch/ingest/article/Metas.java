// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** A page's {@code meta} elements by name, property or itemprop in lower case; the first of each stands. */
record Metas(Map<String, String> values) {
    private static final int MOST = 1_000;
    private static final int LONGEST = 5_000;

    static Metas of(Document page) {
        var values = new HashMap<String, String>();
        for (var meta : page.getElementsByTag("meta")) {
            var content = meta.attr("content").strip();
            if (content.isEmpty() || content.length() > LONGEST || values.size() >= MOST) {
                continue;
            }
            for (var attribute : new String[] {"property", "name", "itemprop", "http-equiv"}) {
                var name = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty()) {
                    values.putIfAbsent(name, content);
                }
            }
        }
        return new Metas(values);
    }

    @Nullable
    String first(String... names) {
        for (var name : names) {
            var value = values.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
