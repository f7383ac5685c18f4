// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.time.Duration;
import java.util.OptionalDouble;

/** Decides whether two documents carry the same text, from how many sampled shingles they share. */
public final class CopyRule {
    /** Two articles can match only if their event times, and their first-seen times, differ by at most this. */
    public static final Duration WINDOW = Duration.ofDays(7);

    /** Least part of the shorter text that the longer one must contain. */
    static final double LEAST_CONTAINMENT = 0.4;

    /** The same within one outlet, whose pages share menus and serial frames. */
    static final double LEAST_WITHIN_OUTLET = 0.5;

    /** Fewer shared shingles than this may be chance. */
    static final int LEAST_SHARED = 5;

    private static final int LEAST_IN_A_SHARD = 2;

    private CopyRule() {}

    /**
     * Containment of the shorter text in the longer, 0..1 to three decimals; empty if the two do not match.
     *
     * @param shared how many hashes their sketches have in common
     */
    public static OptionalDouble similarity(Document a, Document b, int shared) {
        var tooShort = Math.min(a.shingles(), b.shingles()) < Sketcher.LEAST_SHINGLES;
        if (shared < LEAST_SHARED || tooShort || apart(a, b)) {
            return OptionalDouble.empty();
        }
        var containment = Math.min(1, shared / expectedInShorter(a, b));
        var least = a.outlet().equals(b.outlet()) ? LEAST_WITHIN_OUTLET : LEAST_CONTAINMENT;
        return containment < least
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.round(containment * 1000) / 1000.0);
    }

    /**
     * Whether what one of several shards has seen leaves a match possible. Common phrases give two unrelated texts one or
     * two hashes in common; without this bar every text would carry hundreds of such pairs.
     *
     * @param shared how many hashes of the shard are in both sketches
     */
    public static boolean plausible(Document a, Document b, int shared, int shards) {
        var least = Math.max(LEAST_IN_A_SHARD, LEAST_CONTAINMENT / 2 * expectedInShorter(a, b) / shards);
        return shared >= least && !apart(a, b);
    }

    /** Hashes the shorter text has below the bound that both sketches are complete under. */
    private static double expectedInShorter(Document a, Document b) {
        var shorter = a.shingles() <= b.shingles() ? a : b;
        var longer = shorter.equals(a) ? b : a;
        if (Long.compareUnsigned(longer.bound(), shorter.bound()) >= 0) {
            return shorter.sampled();
        }
        return Math.max(1, shorter.sampled() * unsigned(longer.bound()) / unsigned(shorter.bound()));
    }

    private static double unsigned(long hash) {
        return (hash >>> 11) * 0x1.0p-53;
    }

    private static boolean apart(Document a, Document b) {
        return Duration.between(a.time(), b.time()).abs().compareTo(WINDOW) > 0
                || Duration.between(a.firstSeen(), b.firstSeen()).abs().compareTo(WINDOW) > 0;
    }
}
