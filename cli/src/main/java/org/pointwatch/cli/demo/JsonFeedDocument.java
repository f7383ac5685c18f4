// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.Json;

/** JSON Feed 1.1. Control characters stand in it raw, which no JSON allows and some feeds do. */
final class JsonFeedDocument {
    private JsonFeedDocument() {}

    static String of(SampleOutlet outlet, List<Shown> entries) {
        var feed = new LinkedHashMap<String, Object>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", outlet.title());
        feed.put("home_page_url", outlet.home());
        feed.put("language", outlet.language());
        var items = new ArrayList<Map<String, Object>>();
        entries.forEach(entry -> items.add(item(outlet, entry)));
        feed.put("items", items);
        return rawControls(Json.MAPPER.writeValueAsString(feed));
    }

    private static Map<String, Object> item(SampleOutlet outlet, Shown entry) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", entry.url());
        item.put("url", entry.url());
        item.put("title", entry.title());
        put(item, "date_published", outlet.format().date(outlet, entry.claimed()));
        put(
                item,
                "date_modified",
                entry.edited() == null ? null : outlet.format().date(outlet, entry.edited()));
        put(item, "authors", entry.author() == null ? null : List.of(Map.of("name", entry.author())));
        put(item, "summary", entry.summary());
        put(item, "content_html", entry.summary() == null ? entry.html() : null);
        return item;
    }

    private static void put(Map<String, Object> item, String field, @Nullable Object value) {
        if (value != null) {
            item.put(field, value);
        }
    }

    private static String rawControls(String json) {
        return json.replace("\\u0007", "\u0007").replace("\\u0001", "\u0001").replace("\\u001B", "\u001b");
    }
}
