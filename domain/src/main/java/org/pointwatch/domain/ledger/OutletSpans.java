// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import java.util.HashMap;
import java.util.Map;

/** In how many buckets of each span an outlet has articles, and so how many distinct outlets each span has. */
final class OutletSpans {
    private final Map<String, short[]> buckets = new HashMap<>();
    private final int[] distinct;

    OutletSpans(int spans) {
        distinct = new int[spans];
    }

    /** @param change by span: 1 where the outlet is in one more bucket, -1 where in one less */
    void add(String outlet, int[] change) {
        var held = buckets.computeIfAbsent(outlet, any -> new short[distinct.length]);
        var left = 0;
        for (var span = 0; span < change.length; span++) {
            var before = held[span];
            var after = (short) (before + change[span]);
            held[span] = after;
            distinct[span] += Integer.signum(after) - Integer.signum(before);
            left |= after;
        }
        if (left == 0) {
            buckets.remove(outlet);
        }
    }

    int distinct(int span) {
        return distinct[span];
    }
}
