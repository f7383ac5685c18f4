// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

/**
 * What the sketches of two documents have in common, as far as they can be compared: below the bound up to which both
 * hold every hash, and without what is either outlet's boilerplate. Counts of several shards add up.
 *
 * @param shards how many shards are counted
 * @param body shingles
 * @param numbers those of the shingles that have a number
 * @param lead runs of the first words
 * @param titles 1 if the titles are the same
 * @param names names and numbers
 * @param runs three of them that follow each other
 */
public record Overlap(int shards, Share body, Share numbers, Share lead, int titles, Share names, Share runs) {
    public static final Overlap NONE = new Overlap(0, Share.NONE, Share.NONE, Share.NONE, 0, Share.NONE, Share.NONE);

    /** How many hashes are in both, in the one and in the other. */
    public record Share(int both, int own, int other) {
        static final Share NONE = new Share(0, 0, 0);

        Share plus(Share more) {
            return new Share(both + more.both, own + more.own, other + more.other);
        }

        /** The fewer of the two sides. */
        int fewer() {
            return Math.min(own, other);
        }

        /** How much of the smaller side is in the larger, 0..1. */
        double containment() {
            return fewer() == 0 ? 0 : (double) both / fewer();
        }
    }

    public Overlap plus(Overlap more) {
        return new Overlap(
                shards + more.shards,
                body.plus(more.body),
                numbers.plus(more.numbers),
                lead.plus(more.lead),
                titles + more.titles,
                names.plus(more.names),
                runs.plus(more.runs));
    }

    /** Compares what one shard holds of two documents, boilerplate left out. */
    static Overlap of(Probe own, Probe other) {
        var a = own.document();
        var b = other.document();
        var body = new Tandem(own.body(), other.body(), Math.min(a.bodyBound(), b.bodyBound()));
        var marks = new Tandem(own.marks(), other.marks(), Integer.MAX_VALUE);
        var lead = new Tandem(own.marks(), other.marks(), Math.min(a.leadBound(), b.leadBound()));
        var anchors = new Tandem(own.anchors(), other.anchors(), Math.min(a.anchorBound(), b.anchorBound()));
        return new Overlap(
                1,
                body.even().plus(body.odd()),
                body.odd(),
                lead.even(),
                marks.odd().both(),
                anchors.odd(),
                anchors.even());
    }

    static boolean isTitle(int mark) {
        return (mark & 1) == 1;
    }
}
