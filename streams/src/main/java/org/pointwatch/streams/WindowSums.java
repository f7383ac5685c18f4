// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.Rolling.WindowCounts;

/** Sums the buckets of a target into every window that ends now, and the window before it, in one pass over each store. */
final class WindowSums {
    private static final List<Map.Entry<String, Duration>> WINDOWS = List.of(
            Map.entry("1h", Duration.ofHours(1)),
            Map.entry("6h", Duration.ofHours(6)),
            Map.entry("24h", Duration.ofHours(24)),
            Map.entry("7d", Duration.ofDays(7)),
            Map.entry("28d", Duration.ofDays(28)));
    private static final Duration LONGEST = Duration.ofDays(28);

    private final ReadOnlyKeyValueStore<String, Coverage> counts;
    private final ReadOnlyKeyValueStore<String, Long> outlets;

    WindowSums(ReadOnlyKeyValueStore<String, Coverage> counts, ReadOnlyKeyValueStore<String, Long> outlets) {
        this.counts = counts;
        this.outlets = outlets;
    }

    /** One window and the one before it. */
    record Sum(String window, WindowCounts current, WindowCounts previous) {
        boolean empty() {
            return current.articles() == 0 && previous.articles() == 0;
        }
    }

    List<Sum> of(String target, Instant now) {
        var end = Target.bucket(now).plus(Target.BUCKET);
        var from = end.minus(LONGEST.multipliedBy(2));
        var spans = WINDOWS.stream()
                .map(w -> new Span(w.getKey(), w.getValue(), end))
                .toList();
        try (var buckets = counts.range(Target.coverageKey(target, from), Target.coverageKey(target, end))) {
            buckets.forEachRemaining(bucket -> {
                for (var span : spans) {
                    span.add(bucket.value.bucket(), bucket.value.counts());
                }
            });
        }
        try (var found = outlets.range(Target.coverageKey(target, from), Target.coverageKey(target, end))) {
            found.forEachRemaining(outlet -> addOutlet(target, outlet.key, spans));
        }
        return spans.stream().map(Span::sum).toList();
    }

    private static void addOutlet(String target, String key, List<Span> spans) {
        var gap = key.indexOf(CountTargets.GAP);
        var bucket = Instant.parse(key.substring(target.length() + 1, gap));
        var outlet = key.substring(gap + 1);
        for (var span : spans) {
            span.add(bucket, outlet);
        }
    }

    /** Gathers one window and the one before it. */
    private static final class Span {
        private final String window;
        private final Instant previousStart;
        private final Instant start;
        private final Instant end;
        private final Set<String> outlets = new HashSet<>();
        private final Set<String> previousOutlets = new HashSet<>();
        private Counts current = Counts.ZERO;
        private Counts previous = Counts.ZERO;

        Span(String window, Duration length, Instant end) {
            this.window = window;
            this.end = end;
            this.start = end.minus(length);
            this.previousStart = start.minus(length);
        }

        void add(Instant bucket, Counts counts) {
            if (within(bucket, start, end)) {
                current = current.plus(counts);
            } else if (within(bucket, previousStart, start)) {
                previous = previous.plus(counts);
            }
        }

        void add(Instant bucket, String outlet) {
            if (within(bucket, start, end)) {
                outlets.add(outlet);
            } else if (within(bucket, previousStart, start)) {
                previousOutlets.add(outlet);
            }
        }

        Sum sum() {
            return new Sum(window, counts(current, outlets.size()), counts(previous, previousOutlets.size()));
        }

        private static boolean within(Instant bucket, Instant from, Instant to) {
            return !bucket.isBefore(from) && bucket.isBefore(to);
        }

        private static WindowCounts counts(Counts c, long outlets) {
            return new WindowCounts(
                    c.articles(),
                    c.stories(),
                    c.copies(),
                    c.updates(),
                    outlets,
                    new Coverage.Sentiment(c.own(), c.quoted()));
        }
    }
}
