// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

/**
 * The numbers by which two documents are judged.
 *
 * @param sameOutlet whether one outlet published both
 * @param shorter shingles of the shorter text
 * @param longer shingles of the longer one
 * @param titlePercent words that both titles have, per hundred of the longer title
 */
public record Comparison(boolean sameOutlet, int shorter, int longer, int titlePercent, Overlap overlap) {
    public Comparison plus(Comparison otherShard) {
        return new Comparison(sameOutlet, shorter, longer, titlePercent, overlap.plus(otherShard.overlap));
    }

    public static Comparison of(Document a, Document b, Overlap overlap) {
        return new Comparison(
                a.outlet().equals(b.outlet()),
                Math.min(a.shingles(), b.shingles()),
                Math.max(a.shingles(), b.shingles()),
                a.titlePercent(b),
                overlap);
    }

    /** How much of the smaller text is in the larger, 0..1; a shard that found too little to tell counts as nothing. */
    double containment() {
        return seen(overlap.body());
    }

    /** The same of names and numbers. */
    double nameContainment() {
        return seen(overlap.names());
    }

    /** The same of three of them that follow each other. */
    double runContainment() {
        return seen(overlap.runs());
    }

    private double seen(Overlap.Share share) {
        return share.containment() * overlap.shards() / Probe.SHARDS;
    }

    double leadContainment() {
        return overlap.lead().containment();
    }

    boolean sameTitle() {
        return overlap.titles() > 0;
    }
}
