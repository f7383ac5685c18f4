// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Revision;

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
 * @param group of the outlet, as the list of feeds has it
 * @param language as the list of feeds has it
 * @param trouble what kind of failure the last one was, null if it was none
 * @param silentSince the time of its newest entry if it is silent against its own rhythm, else null
 * @param bodies how much was read of the revisions published
 * @param push a subscription at the hub that the feed names
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
        List<KnownEntry> known,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String group,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String language,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Trouble trouble,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant silentSince,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Bodies bodies,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Polling polling,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Push push) {

    /** Of a feed that was never asked. */
    public static FeedState unasked(String feed, String outlet) {
        return new FeedStateDraft(feed, outlet).done();
    }

    /** To be changed field by field into the next state. */
    public FeedStateDraft change() {
        return new FeedStateDraft(this);
    }

    /** How a feed does. */
    public enum Health {
        NEW,
        HEALTHY,
        FAILING,
        GONE
    }

    /** What kind of failure: whether it will pass, may pass, or wants somebody to look at it. */
    public enum Trouble {
        /** Passes by itself: the server asks for patience, a name or connection fails for now. */
        TEMPORARY,
        /** May pass: an answer that is no feed, too large, too slow, forbidden. */
        SOFT,
        /** Lasts: not there, gone, not a public address, no trustworthy certificate. */
        HARD
    }

    /** Revisions published, by how much of the article was read. */
    public record Bodies(long full, long feedOnly, long refused) {
        public static final Bodies NONE = new Bodies(0, 0, 0);

        public Bodies plus(Bodies more) {
            return new Bodies(full + more.full, feedOnly + more.feedOnly, refused + more.refused);
        }

        public Bodies minus(Bodies less) {
            return new Bodies(full - less.full, feedOnly - less.feedOnly, refused - less.refused);
        }

        public static Bodies of(List<Revision> revisions) {
            return new Bodies(
                    count(revisions, Body.FULL), count(revisions, Body.FEED_ONLY), count(revisions, Body.REFUSED));
        }

        private static long count(List<Revision> revisions, Body body) {
            return revisions.stream().filter(r -> r.body() == body).count();
        }
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
