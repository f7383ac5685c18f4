// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.parse.FeedParser.NotAFeed;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeed {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(400)
                            .maxStringLength(10 << 20)
                            .build())
                    .build())
            .build();

    private JsonFeed() {}

    static FeedParser.Result parse(String text, @Nullable String base) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JacksonException e) {
            return new NotAFeed("no JSON Feed: " + CleanText.line(e.getOriginalMessage(), 200));
        }
        var version = string(root, "version");
        var items = root.path("items");
        if (version == null || !version.contains("jsonfeed.org/version/") || !items.isArray()) {
            return new NotAFeed("JSON, but no JSON Feed: \"version\" of jsonfeed.org and a list \"items\" are wanted");
        }
        var entries = new ArrayList<FeedEntry>();
        for (var item : items) {
            if (item.isObject() && entries.size() < XmlScan.MOST_ENTRIES) {
                entries.add(entry(item, base));
            }
        }
        var tossed = items.size() - entries.size();
        return new ParsedFeed(
                "json_" + CleanText.line(version.substring(version.lastIndexOf('/') + 1), 10),
                line(root, "title"),
                Links.absolute(string(root, "home_page_url"), base),
                string(root, "language"),
                null,
                entries,
                ParsedFeed.Rung.JSON,
                tossed,
                tossed == 0 ? List.of() : List.of(tossed + " entries not read"));
    }

    private static FeedEntry entry(JsonNode item, @Nullable String base) {
        var markup = string(item, "content_html");
        var plain = string(item, "content_text");
        var summary = string(item, "summary");
        return new FeedEntry(
                string(item, "id"),
                line(item, "title"),
                Links.first(base, string(item, "url"), string(item, "external_url"), string(item, "id")),
                string(item, "date_published"),
                string(item, "date_modified"),
                summary == null ? "" : CleanText.paragraphs(summary),
                markup != null ? HtmlText.of(markup) : plain != null ? CleanText.paragraphs(plain) : "",
                author(item),
                string(item, "language"));
    }

    private static @Nullable String author(JsonNode item) {
        var first = item.path("authors").path(0);
        return Authors.of(string(first.isMissingNode() ? item.path("author") : first, "name"));
    }

    private static String line(JsonNode object, String field) {
        var value = string(object, field);
        return value == null ? "" : CleanText.line(value, Limits.TITLE);
    }

    /** Strings, and numbers where people write numbers; null for the rest. */
    private static @Nullable String string(JsonNode object, String field) {
        var value = object.path(field);
        if (value.isString()) {
            return value.stringValue().isBlank() ? null : value.stringValue();
        }
        return value.isNumber() ? value.toString() : null;
    }
}
