// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.windows;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pointwatch.domain.ledger.Counts;

/** What an update cost before sums were kept: every window and the one before it from 56 days of buckets. */
final class Scan {
    private final DiskBuckets buckets;

    Scan(DiskBuckets buckets) {
        this.buckets = buckets;
    }

    /** Gathers one window, or the one before it. */
    private static final class Sum {
        private final Instant from;
        private final Instant to;
        private final Set<String> outlets = new HashSet<>();
        private Counts counts = Counts.ZERO;

        Sum(Instant from, Instant to) {
            this.from = from;
            this.to = to;
        }

        boolean holds(Instant bucket) {
            return !bucket.isBefore(from) && bucket.isBefore(to);
        }
    }

    /** Distinct outlets of each. */
    List<Integer> update(Instant end) {
        var sums = Stream.of(1, 6, 24, 7 * 24, 28 * 24)
                .map(Duration::ofHours)
                .flatMap(length -> Stream.of(
                        new Sum(end.minus(length), end), new Sum(end.minus(length.multipliedBy(2)), end.minus(length))))
                .toList();
        var from = end.minus(Duration.ofDays(56));
        buckets.visit(from, end, (bucket, counts) -> {
            for (var sum : sums) {
                sum.counts = sum.holds(bucket) ? sum.counts.plus(counts) : sum.counts;
            }
            return true;
        });
        buckets.visitOutlets(from, (bucket, outlet) -> {
            for (var sum : sums) {
                if (sum.holds(bucket)) {
                    sum.outlets.add(outlet);
                }
            }
        });
        return sums.stream().map(sum -> sum.outlets.size()).toList();
    }
}
