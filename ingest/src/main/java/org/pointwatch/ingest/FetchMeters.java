// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.pointwatch.ingest.http.FetchOutcome;
import org.pointwatch.ingest.parse.ParsedFeed;

/** Every count the fetch role keeps; nothing is dropped without one of them. */
record FetchMeters(MeterRegistry registry) {
    private static final String PREFIX = "pointwatch.fetch.";

    void polled(FetchOutcome outcome) {
        count("polls", "outcome", outcome.label(), 1);
    }

    /** Put off because it was another domain's turn at the address; asked a little later. */
    void deferred() {
        count("deferred", "what", "feeds", 1);
    }

    void parsed(ParsedFeed feed) {
        count("parsed", "rung", feed.rung().name().toLowerCase(Locale.ROOT), 1);
    }

    void refusedDocument() {
        count("parsed", "rung", "refused", 1);
    }

    /** The document came in full, byte for byte as before. */
    void repeatedDocument() {
        count("parsed", "rung", "same", 1);
    }

    /** Validators were left out on suspicion. */
    void askedInFull() {
        count("suspicions", "kind", "silent-304", 1);
    }

    void harvested(Harvest harvest) {
        harvest.counts().forEach((name, n) -> {
            if (name.startsWith("date-")) {
                count("dates", "source", name.substring("date-".length()), n);
            } else {
                count("entries", "result", name, n);
            }
        });
    }

    /** Polls whose result is in Kafka. */
    void kept(int polls) {
        count("kept", "what", "polls", polls);
    }

    void published(int revisions) {
        count("entries", "result", "published", revisions);
    }

    void oversized() {
        count("entries", "result", "refused-too-large", 1);
    }

    void transaction(String result) {
        count("transactions", "result", result, 1);
    }

    /** A page that waited and that somebody else took off its topic; its end is counted like that of others. */
    void withdrawn() {
        registry.counter(PREFIX + "pages.withdrawn").increment();
    }

    void undecodable(String topic) {
        count("undecodable", "topic", topic, 1);
    }

    private void count(String name, String tag, String value, int n) {
        if (n > 0) {
            registry.counter(PREFIX + name, tag, value).increment(n);
        }
    }
}
