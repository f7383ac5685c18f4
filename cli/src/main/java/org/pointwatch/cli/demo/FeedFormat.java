// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats that feeds come in, each with its content type and its way to write a date. */
enum FeedFormat {
    RSS2("application/rss+xml"),
    RSS1("application/rdf+xml"),
    RSS091("text/xml"),
    RSS092("text/xml"),
    ATOM("application/atom+xml"),
    JSONFEED("application/feed+json");

    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final String contentType;

    FeedFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /** The whole document, without its encoding. */
    String document(SampleOutlet outlet, List<Shown> entries, Instant changed) {
        return switch (this) {
            case RSS2 -> new RssDocument("2.0").of(outlet, entries, changed);
            case RSS091 -> new RssDocument("0.91").of(outlet, entries, changed);
            case RSS092 -> new RssDocument("0.92").of(outlet, entries, changed);
            case RSS1 -> RdfDocument.of(outlet, entries);
            case ATOM -> AtomDocument.of(outlet, entries, changed);
            case JSONFEED -> JsonFeedDocument.of(outlet, entries);
        };
    }

    /** An outlet's own local time with its offset. */
    String date(SampleOutlet outlet, Instant instant) {
        var local = instant.truncatedTo(ChronoUnit.SECONDS).atZone(outlet.zone());
        return switch (this) {
            case RSS2, RSS091, RSS092 -> RFC_822.format(local);
            default -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local);
        };
    }

    @Nullable
    String date(SampleOutlet outlet, Shown.@Nullable Claim claim) {
        if (claim == null) {
            return null;
        }
        return claim.instead() == null ? date(outlet, claim.instant()) : claim.instead();
    }
}
