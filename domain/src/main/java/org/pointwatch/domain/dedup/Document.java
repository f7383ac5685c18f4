// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One revision among the others: whose it is, when it was there, and what all shards must know of its text.
 *
 * @param article article id
 * @param revision revision id
 * @param time event time of the article, to the millisecond
 * @param shingles how many shingles its text has
 * @param bodyBound the largest hash up to which its sketch holds every shingle
 * @param leadBound the same for runs of its first words
 * @param anchorBound the same for anchors
 * @param titleWords {@link Sketch#titleWords}
 * @param titleKey {@link Sketch#titleKey}
 * @param leadKey {@link Sketch#leadKey}
 * @param content the same for equal sketches, and for no others
 */
public record Document(
        String article,
        String revision,
        Instant time,
        Instant firstSeen,
        String outlet,
        int shingles,
        int bodyBound,
        int leadBound,
        int anchorBound,
        short[] titleWords,
        int titleKey,
        int leadKey,
        long content) {

    public static Document of(
            String article, String revision, Instant time, Instant firstSeen, String outlet, Sketch sketch) {
        return new Document(
                article,
                revision,
                time.truncatedTo(ChronoUnit.MILLIS),
                firstSeen.truncatedTo(ChronoUnit.MILLIS),
                outlet,
                sketch.shingles(),
                sketch.bodyBound(),
                sketch.leadBound(),
                sketch.anchorBound(),
                sketch.titleWords(),
                sketch.titleKey(),
                sketch.leadKey(),
                sketch.content());
    }

    /** The order in which documents are listed: by time, article, revision. */
    boolean before(Document other) {
        var byTime = time.compareTo(other.time);
        var byArticle = byTime != 0 ? byTime : article.compareTo(other.article);
        return (byArticle != 0 ? byArticle : revision.compareTo(other.revision)) < 0;
    }

    /** Whether both clocks leave a match possible. */
    boolean near(Document other) {
        return near(time, other.time) && near(firstSeen, other.firstSeen);
    }

    private static boolean near(Instant a, Instant b) {
        return Duration.between(a, b).abs().compareTo(CopyRule.WINDOW) <= 0;
    }

    /** Too short for its shingles to tell: a title and a summary. */
    boolean isShort() {
        return shingles < CopyRule.SHORT;
    }

    /** Words that both titles have, per hundred of the longer title. */
    int titlePercent(Document other) {
        var longer = Math.max(titleWords.length, other.titleWords.length);
        if (Math.min(titleWords.length, other.titleWords.length) == 0) {
            return 0;
        }
        var shared = 0;
        for (int a = 0, b = 0; a < titleWords.length && b < other.titleWords.length; ) {
            var order = Short.compare(titleWords[a], other.titleWords[b]);
            shared += order == 0 ? 1 : 0;
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
        }
        return shared * 100 / longer;
    }

    /** Ids, times and text name a document; the arrays are part of the text. */
    @Override
    public boolean equals(Object o) {
        return o instanceof Document d
                && content == d.content
                && article.equals(d.article)
                && revision.equals(d.revision)
                && time.equals(d.time)
                && firstSeen.equals(d.firstSeen)
                && outlet.equals(d.outlet);
    }

    @Override
    public int hashCode() {
        return 31 * article.hashCode() + revision.hashCode();
    }

    @Override
    public String toString() {
        return article + "/" + revision + " of " + outlet + " at " + time;
    }
}
