// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import java.time.Instant;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.SentimentSums;

/**
 * The counts of a target in one bucket.
 *
 * @param outlets distinct outlets; never to be summed over buckets
 */
public record Coverage(
        String target,
        Instant bucket,
        long articles,
        long stories,
        long copies,
        long updates,
        long outlets,
        Sentiment sentiment) {

    /** Sentiment over originals and rewrites: in the outlets' own voice, and inside quotations. */
    public record Sentiment(SentimentSums own, SentimentSums quoted) {}

    public static Coverage of(String target, Instant bucket, Counts counts, long outlets) {
        return new Coverage(
                target,
                bucket,
                counts.articles(),
                counts.stories(),
                counts.copies(),
                counts.updates(),
                outlets,
                new Sentiment(counts.own(), counts.quoted()));
    }

    public Counts counts() {
        return new Counts(articles, stories, copies, updates, sentiment.own(), sentiment.quoted());
    }
}
