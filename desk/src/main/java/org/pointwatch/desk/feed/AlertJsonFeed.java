// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.Json;

/** Alerts as JSON Feed 1.1; what the format has no place for stands in {@code _pointwatch}. */
public final class AlertJsonFeed {
    public static final String TYPE = "application/feed+json; charset=utf-8";

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private AlertJsonFeed() {}

    private record Author(String name) {}

    private record Feed(
            String version,
            String title,
            @JsonProperty("home_page_url") String homePageUrl,
            @JsonProperty("feed_url") String feedUrl,
            List<Author> authors,
            List<Item> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Item(
            String id,
            String url,
            @JsonProperty("external_url") @Nullable String externalUrl,
            String title,
            @JsonProperty("content_text") String contentText,
            @JsonProperty("date_published") Instant datePublished,
            @JsonProperty("date_modified") Instant dateModified,
            List<String> tags,
            @JsonProperty("_pointwatch") Extension extension) {}

    /** The alert as its topic has it; {@code escalates} and {@code escalated} are the earlier one's id and the later one's time. */
    private record Extension(
            String alert,
            String dossier,
            String kind,
            String target,
            Instant at,
            String why,
            List<String> evidence,
            @Nullable String story,
            @Nullable String escalates,
            @Nullable Instant escalated) {}

    /** @param titles what people call a target */
    public static String write(AlertFeed feed, UnaryOperator<String> titles) {
        var items =
                feed.entries().stream().map(entry -> item(feed, entry, titles)).toList();
        return Json.MAPPER.writeValueAsString(
                new Feed(VERSION, feed.title(), feed.desk(), feed.self(), List.of(new Author("Pointwatch")), items));
    }

    private static Item item(AlertFeed feed, AlertEntry entry, UnaryOperator<String> titles) {
        return new Item(
                entry.id(),
                feed.desk() + entry.page(),
                entry.link(),
                entry.title(titles),
                entry.content(titles),
                entry.alert().at(),
                entry.updated(),
                List.of(entry.kind(), entry.target()),
                extension(entry));
    }

    private static Extension extension(AlertEntry entry) {
        var alert = entry.alert();
        return new Extension(
                plain(alert.id()),
                plain(alert.dossier()),
                entry.kind(),
                entry.target(),
                alert.at(),
                entry.why(),
                entry.evidence(),
                alert.story() == null ? null : plain(alert.story()),
                alert.escalates() == null ? null : plain(alert.escalates()),
                entry.escalated());
    }

    private static String plain(String id) {
        return FeedText.line(id, 200);
    }
}
