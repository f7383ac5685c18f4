// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.Rolling.WindowCounts;

/** Windows summed by looking at everything that is stored: slow, and hard to get wrong. */
final class ScannedWindows {
    private static final Map<String, Duration> WINDOWS = Map.of(
            "1h", Duration.ofHours(1),
            "6h", Duration.ofHours(6),
            "24h", Duration.ofHours(24),
            "7d", Duration.ofDays(7),
            "28d", Duration.ofDays(28));

    private final ReadOnlyKeyValueStore<String, KeptCounts> counts;
    private final ReadOnlyKeyValueStore<String, Long> outlets;

    ScannedWindows(ReadOnlyKeyValueStore<String, KeptCounts> counts, ReadOnlyKeyValueStore<String, Long> outlets) {
        this.counts = counts;
        this.outlets = outlets;
    }

    /** By window: its counts, and those of the window before it. */
    record Sums(WindowCounts current, WindowCounts previous) {}

    Map<String, Sums> of(String target, Instant asOf) {
        var end = Target.bucket(asOf).plus(Target.BUCKET);
        var sums = new TreeMap<String, Sums>();
        WINDOWS.forEach((window, length) -> {
            var start = end.minus(length);
            sums.put(window, new Sums(sum(target, start, end), sum(target, start.minus(length), start)));
        });
        return sums;
    }

    private WindowCounts sum(String target, Instant from, Instant to) {
        var sum = Counts.ZERO;
        try (var all = counts.all()) {
            while (all.hasNext()) {
                var next = all.next();
                sum = within(next.key, target, from, to) ? sum.plus(next.value.counts()) : sum;
            }
        }
        Set<String> distinct = new HashSet<>();
        try (var all = outlets.all()) {
            while (all.hasNext()) {
                var parts = all.next().key.split(CountTargets.GAP, 2);
                if (within(parts[0], target, from, to)) {
                    distinct.add(parts[1]);
                }
            }
        }
        return new WindowCounts(
                sum.articles(),
                sum.stories(),
                sum.copies(),
                sum.updates(),
                distinct.size(),
                new Coverage.Sentiment(sum.own(), sum.quoted()));
    }

    private static boolean within(String key, String target, Instant from, Instant to) {
        var at = key.lastIndexOf('@');
        var bucket = Instant.parse(key.substring(at + 1));
        return key.substring(0, at).equals(target) && !bucket.isBefore(from) && bucket.isBefore(to);
    }
}
