// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be added to one coverage key.
 *
 * @param outlets articles gained or lost for each outlet; zero is left out
 */
public record Delta(String target, Instant bucket, Counts counts, SortedMap<String, Long> outlets) {

    public static Delta of(String target, Instant bucket, Counts counts, String outlet, long articles) {
        return new Delta(target, bucket, counts, new TreeMap<>(Map.of(outlet, articles)));
    }

    public Delta plus(Delta o) {
        var sum = new TreeMap<>(outlets);
        o.outlets.forEach((outlet, n) -> sum.merge(outlet, n, Long::sum));
        sum.values().removeIf(n -> n == 0);
        return new Delta(target, bucket, counts.plus(o.counts), sum);
    }

    public boolean nothing() {
        return counts.nothing() && outlets.isEmpty();
    }
}
