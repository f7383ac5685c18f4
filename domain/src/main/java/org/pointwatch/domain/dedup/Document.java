// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.time.Instant;

/**
 * What must be known of one revision to judge whether it carries another's text.
 *
 * @param article article id
 * @param revision revision id
 * @param time event time of the article
 * @param shingles how many distinct shingles its text has
 * @param bound the largest hash up to which its sketch holds every shingle, unsigned
 * @param sampled how many hashes its sketch holds
 */
public record Document(
        String article,
        String revision,
        Instant time,
        Instant firstSeen,
        String outlet,
        int shingles,
        long bound,
        int sampled) {

    public static Document of(
            String article, String revision, Instant time, Instant firstSeen, String outlet, Sketch sketch) {
        return new Document(
                article, revision, time, firstSeen, outlet, sketch.shingles(), sketch.bound(), sketch.hashes().length);
    }

    /** The order in which articles are walked: by event time, then id. */
    public boolean before(Document other) {
        var byTime = time.compareTo(other.time);
        return byTime < 0 || (byTime == 0 && article.compareTo(other.article) < 0);
    }
}
