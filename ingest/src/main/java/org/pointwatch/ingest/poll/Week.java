// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.poll;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/** The 168 hours of a week in GMT, from Monday 0:00, and how entries spread over them. */
final class Week {
    static final int HOURS = 168;
    private static final int THOUSAND = 1_000;
    /** Entries of no particular hour or day that the counts are mixed with. */
    private static final double PRIOR_HOUR = 1;

    private static final double PRIOR_DAY = 3;
    private static final double PRIOR_CELL = 1;
    /** 1970-01-01 was a Thursday. */
    private static final long EPOCH_HOUR = 72;

    private Week() {}

    static int hour(Instant at) {
        return (int) Math.floorMod(Math.floorDiv(at.getEpochSecond(), 3_600L) + EPOCH_HOUR, (long) HOURS);
    }

    static Instant nextHour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
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
        seen.forEach(at -> counts[hour(at)] += THOUSAND);
        return List.of(counts);
    }

    /** How much likelier than on average an entry is in each hour; 1 throughout as long as nothing is known. */
    static double[] relative(List<Integer> counts) {
        var relative = new double[HOURS];
        Arrays.fill(relative, 1);
        if (counts.size() != HOURS) {
            return relative;
        }
        var ofDay = new double[24];
        var ofWeek = new double[7];
        var all = 0.0;
        for (var i = 0; i < HOURS; i++) {
            var n = counts.get(i) / (double) THOUSAND;
            ofDay[i % 24] += n;
            ofWeek[i / 24] += n;
            all += n;
        }
        var hours = smooth(ofDay);
        for (var i = 0; i < HOURS; i++) {
            var hour = (hours[i % 24] + PRIOR_HOUR) / (all + 24 * PRIOR_HOUR) * 24;
            var day = (ofWeek[i / 24] + PRIOR_DAY) / (all + 7 * PRIOR_DAY) * 7;
            var cell = counts.get(i) / (double) THOUSAND;
            relative[i] = (cell + PRIOR_CELL * hour * day) / (all + HOURS * PRIOR_CELL) * HOURS;
        }
        return relative;
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
