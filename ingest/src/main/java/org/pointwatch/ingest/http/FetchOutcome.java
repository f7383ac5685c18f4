// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.FeedState.Trouble;

/** What one poll of a feed's address came to. */
public sealed interface FetchOutcome {
    /**
     * A document.
     *
     * @param url where it came from in the end, after redirects
     * @param moved where its permanent redirects led, null if the first one was none
     * @param etag as sent, to be given back byte for byte
     * @param freshFor how long the server asks not to be asked again
     * @param links values of its Link headers
     */
    record Fetched(
            byte[] body,
            String url,
            @Nullable String moved,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable Duration freshFor,
            List<String> links)
            implements FetchOutcome {
        public Fetched(
                byte[] body,
                String url,
                @Nullable String moved,
                @Nullable String contentType,
                @Nullable String etag,
                @Nullable String lastModified,
                @Nullable Duration freshFor) {
            this(body, url, moved, contentType, etag, lastModified, freshFor, List.of());
        }
    }

    /** Nothing new; the validators are those to be sent next time, null where the answer named none. */
    record NotModified(
            @Nullable String moved, @Nullable String etag, @Nullable String lastModified, @Nullable Duration freshFor)
            implements FetchOutcome {}

    /** The server asks for patience: 429 or 503. */
    record RateLimited(int status, @Nullable Duration retryAfter) implements FetchOutcome {}

    /** 410: meant to last. */
    record Gone() implements FetchOutcome {}

    /** Anything else, in words for people: no credentials, no query. */
    record Failed(String reason, Trouble trouble) implements FetchOutcome {}

    /** Nothing was dialled: it is another domain's turn at the address. Only a client with a gate says so. */
    record Deferred(Instant until) implements FetchOutcome {}

    /** The name under which outcomes are counted. */
    default String label() {
        if (this instanceof Fetched) {
            return "fetched";
        } else if (this instanceof NotModified) {
            return "not-modified";
        } else if (this instanceof RateLimited) {
            return "rate-limited";
        }
        return this instanceof Gone ? "gone" : this instanceof Deferred ? "deferred" : "failed";
    }
}
