// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.parse.FeedDates;
import org.pointwatch.ingest.parse.FeedEntry;
import org.pointwatch.ingest.parse.FeedParser;
import org.pointwatch.ingest.parse.HtmlText;
import org.pointwatch.ingest.parse.ParsedFeed;
import org.pointwatch.ingest.url.CanonicalUrl;
import tools.jackson.databind.JsonNode;

/**
 * Items that agree with what another parser made of the same feed, in title, link and date. Where the other one has
 * nothing, nothing is asked; markup in its titles is compared as the text it shows; what is no http(s) link is no link.
 */
final class PairScore {
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final List<String> misses = new ArrayList<>();
    private int feeds;
    private int items;
    private int agreeing;

    void add(String file, JsonNode expected, FeedParser.Result result) {
        feeds++;
        var theirs = expected.has("items") ? expected.path("items") : expected.path("entries");
        var ours = result instanceof ParsedFeed feed ? feed.entries() : List.<FeedEntry>of();
        for (var i = 0; i < theirs.size(); i++) {
            items++;
            var wrong = i < ours.size() ? difference(theirs.path(i), ours.get(i)) : "no such item: " + result;
            if (wrong == null) {
                agreeing++;
            } else {
                misses.add(file + ": " + wrong);
            }
        }
    }

    private static @Nullable String difference(JsonNode theirs, FeedEntry ours) {
        var title = theirs.path("title").asString("");
        if (!same(title, ours.title())) {
            return "title " + ours.title() + ", not " + title;
        }
        var link = link(theirs);
        if (link != null && CanonicalUrl.of(link) != null && !link.equals(ours.link())) {
            return "link " + ours.link() + ", not " + link;
        }
        return date(theirs, ours);
    }

    private static @Nullable String date(JsonNode theirs, FeedEntry ours) {
        var published = instant(theirs, "publishedParsed", "pubDateParsed");
        var updated = instant(theirs, "updatedParsed");
        var first = FeedDates.read(ours.published(), null, LATEST).at();
        var last = FeedDates.read(ours.updated(), null, LATEST).at();
        if (published != null && !published.equals(first)) {
            return "published " + first + ", not " + published;
        }
        return updated != null && !updated.equals(last) && !updated.equals(first)
                ? "updated " + last + ", not " + updated
                : null;
    }

    private static boolean same(String theirs, String ours) {
        return bare(theirs).equals(bare(ours)) || bare(HtmlText.of(theirs)).equals(bare(ours));
    }

    private static String bare(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static @Nullable String link(JsonNode item) {
        if (item.has("link")) {
            return item.path("link").asString("");
        }
        for (var link : item.path("links")) {
            var rel = link.path("rel").asString("alternate");
            if (rel.equals("alternate") || rel.isEmpty()) {
                return link.isObject() ? link.path("href").asString("") : link.asString("");
            }
        }
        return null;
    }

    private static @Nullable Instant instant(JsonNode item, String... fields) {
        for (var field : fields) {
            var text = item.path(field).asString("");
            if (!text.isEmpty()) {
                try {
                    return OffsetDateTime.parse(text).toInstant();
                } catch (DateTimeException e) {
                    return Instant.parse(text);
                }
            }
        }
        return null;
    }

    List<String> misses() {
        return misses;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d feeds, %d items, %d agree in title, link and date (%.1f %%)",
                feeds,
                items,
                agreeing,
                items == 0 ? 100.0 : 100.0 * agreeing / items);
    }
}
