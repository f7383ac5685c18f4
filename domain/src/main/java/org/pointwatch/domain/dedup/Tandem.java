// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import org.pointwatch.domain.dedup.Overlap.Share;

/** Walks two ascending rows of hashes side by side and counts, odd and even ones apart, what is in both and in each. */
final class Tandem {
    private final int[] both = new int[2];
    private final int[] own = new int[2];
    private final int[] other = new int[2];

    /** @param bound hashes above it are not compared */
    Tandem(int[] ownHashes, int[] otherHashes, int bound) {
        var a = 0;
        var b = 0;
        while (true) {
            var x = a < ownHashes.length && ownHashes[a] <= bound ? ownHashes[a] : Integer.MAX_VALUE;
            var y = b < otherHashes.length && otherHashes[b] <= bound ? otherHashes[b] : Integer.MAX_VALUE;
            if (x == Integer.MAX_VALUE && y == Integer.MAX_VALUE) {
                return;
            }
            var kind = Math.min(x, y) & 1;
            both[kind] += x == y ? 1 : 0;
            own[kind] += x <= y ? 1 : 0;
            other[kind] += y <= x ? 1 : 0;
            a += x <= y ? 1 : 0;
            b += y <= x ? 1 : 0;
        }
    }

    Share odd() {
        return new Share(both[1], own[1], other[1]);
    }

    Share even() {
        return new Share(both[0], own[0], other[0]);
    }
}
