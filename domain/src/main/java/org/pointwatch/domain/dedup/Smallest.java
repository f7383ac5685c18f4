// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.Arrays;

/** The smallest distinct numbers of many. */
final class Smallest {
    /** So many more than wanted are let through a first sieve. */
    private static final double MARGIN = 1.8;

    private Smallest() {}

    /** Ascending; {@code hashes} are taken for evenly spread and may repeat. */
    static int[] of(int[] hashes, int size) {
        if (hashes.length > 4 * size) {
            var sieved = below((int) (Integer.MAX_VALUE * MARGIN * size / hashes.length), hashes);
            var found = distinct(sieved, size);
            if (found.length == size) {
                return found;
            }
        }
        return distinct(hashes.clone(), size);
    }

    private static int[] below(int limit, int[] hashes) {
        var kept = new int[hashes.length];
        var n = 0;
        for (var hash : hashes) {
            if (hash < limit) {
                kept[n++] = hash;
            }
        }
        return Arrays.copyOf(kept, n);
    }

    private static int[] distinct(int[] hashes, int size) {
        Arrays.sort(hashes);
        var n = 0;
        for (var i = 0; i < hashes.length && n < size; i++) {
            if (n == 0 || hashes[i] != hashes[n - 1]) {
                hashes[n++] = hashes[i];
            }
        }
        return Arrays.copyOf(hashes, n);
    }
}
