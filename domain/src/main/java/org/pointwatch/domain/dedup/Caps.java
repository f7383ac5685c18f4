// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What bounds the work that any text can cause. Each cap is a function of the set of articles, never of their order.
 *
 * @param matches earlier documents kept of a revision by one shard: the earliest
 * @param sameText of these, documents with the very same text in a quarter of a day: the earliest. A text that is carried for
 *     weeks is listed all along, so that whoever is the original of a window is found
 * @param holders a shingle that more texts of one day hold says nothing on that day; nor does a run of names that a twentieth
 *     as many hold, for everyone who writes about a subject has them
 * @param boilerplate a hash is an outlet's boilerplate if more articles of it hold it than this
 */
public record Caps(int matches, int sameText, int holders, int boilerplate) {
    static final long SLOT = Duration.ofHours(6).toMillis();

    public static final Caps USUAL = new Caps(48, 4, 600, 3);

    int holders(Silence.Table table) {
        return table == Silence.Table.ANCHORS ? Math.max(1, holders / 20) : holders;
    }

    /** The quarter of a day in which a time lies. */
    static long slot(long millis) {
        return Math.floorDiv(millis, SLOT);
    }

    private static long slot(Instant time) {
        return slot(time.toEpochMilli());
    }

    /** The matches that are kept of all that were found, in any order. */
    public List<Match> kept(List<Match> found) {
        var inOrder = found.stream().sorted(Match.EARLIEST_FIRST).toList();
        var kept = new ArrayList<Match>();
        for (var match : inOrder) {
            var same = kept.stream()
                    .filter(k -> k.content() == match.content() && slot(k.time()) == slot(match.time()))
                    .count();
            if (kept.size() < matches && same < sameText) {
                kept.add(match);
            }
        }
        return List.copyOf(kept);
    }
}
