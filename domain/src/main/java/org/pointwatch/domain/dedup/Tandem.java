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
        var owns = upTo(ownHashes, bound, own);
        var others = upTo(otherHashes, bound, other);
        var a = 0;
        var b = 0;
        var all = 0;
        var odd = 0;
        while (a < owns && b < others) {
            var x = ownHashes[a];
            var y = otherHashes[b];
            var same = x == y ? 1 : 0;
            all += same;
            odd += same & x;
            a += x <= y ? 1 : 0;
            b += y <= x ? 1 : 0;
        }
        both[0] = all - odd;
        both[1] = odd;
    }

    /** How many there are up to the bound; counts the odd ones and the even ones. */
    private static int upTo(int[] hashes, int bound, int[] kinds) {
        var n = hashes.length;
        while (n > 0 && hashes[n - 1] > bound) {
            n--;
        }
        var odd = 0;
        for (var i = 0; i < n; i++) {
            odd += hashes[i] & 1;
        }
        kinds[0] = n - odd;
        kinds[1] = odd;
        return n;
    }

    Share odd() {
        return new Share(both[1], own[1], other[1]);
    }

    Share even() {
        return new Share(both[0], own[0], other[0]);
    }
}
