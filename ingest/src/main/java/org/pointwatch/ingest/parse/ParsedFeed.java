// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed's document, read.
 *
 * @param format such as {@code rss_2.0}
 * @param link the site's address
 * @param ttl how long the feed asks to be left alone
 * @param rung which parser could read it, the first being the strictest
 * @param tossed entries beyond the limit, and a last one that was cut off
 * @param problems what was wrong with it, in words
 */
public record ParsedFeed(
        String format,
        String title,
        @Nullable String link,
        @Nullable String language,
        @Nullable Duration ttl,
        List<FeedEntry> entries,
        Rung rung,
        int tossed,
        List<String> problems)
        implements FeedParser.Result {

    /** The parsers: three for XML feeds, in the order in which they are tried, and one each for the other forms. */
    public enum Rung {
        STRICT,
        HEALED,
        SALVAGED,
        JSON,
        SITEMAP
    }
}
