// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.ingest.parse.FeedDates;
import org.pointwatch.ingest.url.Domains;
import tools.jackson.databind.node.ObjectNode;

/**
 * One article as a line tells it.
 *
 * @param published null if there is none or it is absurd
 * @param firstSeen when an archive first saw it; null if the line does not say
 * @param notes what was missing or odd
 */
record ArticleLine(
        String id,
        @Nullable String outlet,
        String title,
        String text,
        @Nullable Instant published,
        @Nullable Instant firstSeen,
        @Nullable String language,
        List<String> notes) {
    /** The tools read no clock: any date from 1995 on is taken as it stands, up to the far end of the feeds' reader. */
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    static ArticleLine of(ObjectNode object) throws BadLine {
        var notes = new ArrayList<String>();
        var text = text(object);
        if (text.isEmpty()) {
            notes.add("empty text");
        }
        var title = optional(object, "title", notes);
        if (title == null || title.isEmpty()) {
            notes.add("no title");
        }
        return new ArticleLine(
                object.path("id").toString(),
                outlet(object, notes),
                title == null ? "" : title,
                text,
                published(object, notes),
                firstSeen(object, notes),
                optional(object, "language", notes),
                notes);
    }

    private static String text(ObjectNode object) throws BadLine {
        var text = object.path("text");
        if (!text.isString()) {
            throw new BadLine("\"text\" is missing or no string");
        }
        return text.stringValue();
    }

    private static @Nullable String outlet(ObjectNode object, List<String> notes) {
        var outlet = optional(object, "outlet", notes);
        if (outlet != null && !outlet.isBlank()) {
            return outlet;
        }
        var url = optional(object, "url", notes);
        return url == null || url.isBlank() ? null : Domains.ofUrl(url);
    }

    private static @Nullable Instant published(ObjectNode object, List<String> notes) {
        var written = optional(object, "published", notes);
        var date = FeedDates.read(written, null, LATEST);
        if (date.at() == null) {
            notes.add(written == null ? "no date" : "the date cannot be used: " + written);
        }
        return date.at();
    }

    /** As an archive writes it. */
    private static @Nullable Instant firstSeen(ObjectNode object, List<String> notes) {
        var written = optional(object, "firstSeen", notes);
        return FeedDates.read(written == null ? optional(object, "fetched", notes) : written, null, LATEST)
                .at();
    }

    /** What the article counts under, as the topology takes it; null if the line has no clock at all. */
    @Nullable
    EventTime time() {
        if (firstSeen != null) {
            return EventTime.of(published, firstSeen);
        }
        return published == null ? null : new EventTime(published, EventTime.Source.PUBLISHED);
    }

    private static @Nullable String optional(ObjectNode object, String field, List<String> notes) {
        var value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            notes.add("\"" + field + "\" is no string and was left out");
            return null;
        }
        return value.stringValue();
    }

    /** Null if there is nothing to note. */
    @Nullable
    String note() {
        return notes.isEmpty() ? null : String.join("; ", notes);
    }
}
