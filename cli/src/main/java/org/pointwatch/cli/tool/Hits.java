// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import org.jspecify.annotations.Nullable;

/**
 * How often something was found where it is, found where it is not, and not found where it is.
 *
 * @param right true positives
 * @param extra false positives
 * @param missed false negatives
 */
record Hits(int right, int extra, int missed) {
    static final Hits NONE = new Hits(0, 0, 0);

    static Hits of(Judged.Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> new Hits(1, 0, 0);
            case EXTRA -> new Hits(0, 1, 0);
            case MISSED -> new Hits(0, 0, 1);
        };
    }

    Hits plus(Hits other) {
        return new Hits(right + other.right, extra + other.extra, missed + other.missed);
    }

    /** Null if nothing was found. */
    @Nullable
    Double precision() {
        return share(right, right + extra);
    }

    /** Null if there was nothing to find. */
    @Nullable
    Double recall() {
        return share(right, right + missed);
    }

    /** Null if there was nothing to find and nothing was found. */
    @Nullable
    Double f1() {
        return share(2 * right, 2 * right + extra + missed);
    }

    int mistakes() {
        return extra + missed;
    }

    private static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
