// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.poll;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The 168 hours of a week in GMT, from Monday 0:00, and how entries spread over them. */
final class Week {
    static final int HOURS = 168;
    static final long HOUR_MILLIS = 3_600_000;
    static final long MILLIS = HOURS * HOUR_MILLIS;
    private static final int DAY = 24;
    private static final int THOUSAND = 1_000;
    /** Entries of no particular hour or day that the counts are mixed with. */
    private static final double PRIOR_HOUR = 1;

    private static final double PRIOR_DAY = 3;
    private static final double PRIOR_CELL = 1;
    /** 1970-01-01 was a Thursday. */
    private static final long EPOCH_HOUR = 72;

    private Week() {}

    /** @param at in milliseconds since 1970, as in the following */
    static int hour(long at) {
        return (int) Math.floorMod(Math.floorDiv(at, HOUR_MILLIS) + EPOCH_HOUR, (long) HOURS);
    }

    static long nextHour(long at) {
        return (Math.floorDiv(at, HOUR_MILLIS) + 1) * HOUR_MILLIS;
    }

    /** Counts in thousandths, faded, and those of the new entries. */
    static List<Integer> with(List<Integer> before, double kept, List<Instant> seen) {
        if (before.size() != HOURS && seen.isEmpty()) {
            return List.of();
        }
        var counts = new Integer[HOURS];
        for (var i = 0; i < HOURS; i++) {
            counts[i] = before.size() == HOURS ? (int) Math.round(before.get(i) * kept) : 0;
        }
        seen.forEach(at -> counts[hour(at.toEpochMilli())] += THOUSAND);
        return List.of(counts);
    }

    /** How much likelier than on average an entry is in each hour; 1 throughout as long as nothing is known. */
    static double[] relative(List<Integer> counts) {
        var relative = new double[HOURS];
        if (counts.size() != HOURS) {
            Arrays.fill(relative, 1);
            return relative;
        }
        var ofDay = new double[DAY];
        var ofWeek = new double[HOURS / DAY];
        var all = 0.0;
        for (var i = 0; i < HOURS; i++) {
            var n = counts.get(i) / (double) THOUSAND;
            relative[i] = n;
            ofDay[i % DAY] += n;
            ofWeek[i / DAY] += n;
            all += n;
        }
        return weighed(relative, smooth(ofDay), ofWeek, all);
    }

    /** Turns counts into how likely their hours are: by themselves, and as far as they have seen little by hour and day. */
    private static double[] weighed(double[] cells, double[] ofDay, double[] ofWeek, double all) {
        var hourScale = DAY / (all + DAY * PRIOR_HOUR);
        var dayScale = ofWeek.length / (all + ofWeek.length * PRIOR_DAY);
        var scale = HOURS / (all + HOURS * PRIOR_CELL);
        for (var d = 0; d < ofWeek.length; d++) {
            var day = PRIOR_CELL * (ofWeek[d] + PRIOR_DAY) * dayScale;
            for (var h = 0; h < DAY; h++) {
                var cell = d * DAY + h;
                cells[cell] = (cells[cell] + (ofDay[h] + PRIOR_HOUR) * hourScale * day) * scale;
            }
        }
        return cells;
    }

    private static double[] smooth(double[] ring) {
        var out = new double[ring.length];
        for (var i = 0; i < ring.length; i++) {
            var before = ring[(i + ring.length - 1) % ring.length];
            var after = ring[(i + 1) % ring.length];
            out[i] = ring[i] / 2 + (before + after) / 4;
        }
        return out;
    }
}
