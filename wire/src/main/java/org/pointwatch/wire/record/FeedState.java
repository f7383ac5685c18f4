// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed's health and poll state, all that another fetcher needs to go on.
 *
 * @param feed the feed's URL, also the key
 * @param reason why it is not healthy, in words, null if it is
 * @param etag validator to be sent back byte for byte
 * @param lastModified validator to be sent back byte for byte
 * @param format such as {@code rss_2.0}, as last read
 * @param failures polls in a row that failed
 * @param polls polls ever, {@code unchanged} of them answered 304
 * @param articles revisions ever published from this feed
 * @param known the entries of the feed that were published already, newest last
 */
public record FeedState(
        String feed,
        String outlet,
        @Nullable String title,
        Health health,
        @Nullable String reason,
        @Nullable Instant lastPoll,
        @Nullable Instant lastChange,
        Instant nextPoll,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String format,
        int failures,
        long polls,
        long unchanged,
        long articles,
        List<KnownEntry> known) {

    /** How a feed does. */
    public enum Health {
        NEW,
        HEALTHY,
        FAILING,
        GONE
    }

    /**
     * An entry that was published already.
     *
     * @param id article id
     * @param revision the revision last published
     * @param published the claimed time as fixed when first seen
     */
    public record KnownEntry(
            String id, String revision, Instant firstSeen, @Nullable Instant published, String publishedSource) {}
}
