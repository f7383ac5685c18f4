// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What two documents of a shard share, where that is worth telling. Names and titles are looked at only once it is told. */
final class Pairs {
    private final Search search;
    private final Caps caps;
    private final IntFunction<Probe> live;

    /** An earlier document of which is to be told. */
    record Earlier(int document, Overlap overlap) {}

    /** @param live what counts of a document now */
    Pairs(Search search, Caps caps, IntFunction<Probe> live) {
        this.search = search;
        this.caps = caps;
        this.live = live;
    }

    /** The earliest of some documents in order that a later one must hear of, within the caps. */
    List<Earlier> earliest(int later, Probe laterLive, int[] earlier) {
        var found = new ArrayList<Earlier>();
        for (var i = 0; i < earlier.length && found.size() < caps.matches(); i++) {
            var overlap = overlap(later, laterLive, earlier[i], live.apply(earlier[i]));
            if (overlap != null) {
                found.add(new Earlier(earlier[i], overlap));
            }
        }
        return found;
    }

    /**
     * Null if there is nothing to tell. The same answer whichever of the two is there first: what made it worth a look is
     * asked again of what is live in both.
     */
    @Nullable
    Overlap overlap(int later, Probe laterLive, int earlier, Probe earlierLive) {
        var overlap = Overlap.of(laterLive, earlierLive);
        var a = laterLive.document();
        var b = earlierLive.document();
        var shorter = Math.min(a.shingles(), b.shingles());
        return CopyRule.worthTelling(overlap, shorter, a.outlet().equals(b.outlet()))
                        && search.isPlausible(later, earlier, overlap)
                ? overlap
                : null;
    }

    List<Match> matches(Probe later, List<Earlier> earlier) {
        return earlier.stream()
                .map(e -> Match.of(later.document(), live.apply(e.document()).document(), e.overlap()))
                .toList();
    }
}
