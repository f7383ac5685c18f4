// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** One target's buckets in memory, and what a scan of them all says of a window: what incremental sums must equal. */
final class KeptBuckets implements Buckets {
    private final TreeMap<Instant, Kept> buckets = new TreeMap<>();
    long read;

    private record Kept(Counts counts, TreeMap<String, Long> outlets) {}

    @Override
    public void visit(Instant from, Instant to, Visitor visitor) {
        for (var bucket : buckets.subMap(from, to).entrySet()) {
            read++;
            if (!visitor.visit(bucket.getKey(), bucket.getValue().counts())) {
                return;
            }
        }
    }

    @Override
    public Collection<String> outlets(Instant bucket) {
        return List.copyOf(buckets.get(bucket).outlets().keySet());
    }

    /** Adds articles of an outlet to a bucket, in the store and in the windows. */
    void add(Instant bucket, String outlet, long articles, TargetWindows windows) {
        var kept = buckets.computeIfAbsent(bucket, any -> new Kept(Counts.ZERO, new TreeMap<>()));
        var before = kept.outlets().getOrDefault(outlet, 0L);
        var change = counts(articles);
        kept.outlets().merge(outlet, articles, Long::sum);
        var after = kept.outlets().get(outlet);
        kept.outlets().remove(outlet, 0L);
        buckets.put(bucket, new Kept(kept.counts().plus(change), kept.outlets()));
        buckets.values().removeIf(k -> k.counts().nothing());
        windows.add(
                bucket,
                change,
                before == 0 && after > 0 ? List.of(outlet) : List.of(),
                before > 0 && after == 0 ? List.of(outlet) : List.of());
    }

    /** Takes away a random part of what is there. */
    void remove(Random random, TargetWindows windows) {
        if (!buckets.isEmpty()) {
            var bucket = List.copyOf(buckets.keySet()).get(random.nextInt(buckets.size()));
            var outlets = List.copyOf(buckets.get(bucket).outlets().entrySet());
            var outlet = outlets.get(random.nextInt(outlets.size()));
            add(bucket, outlet.getKey(), -1 - random.nextInt(outlet.getValue().intValue()), windows);
        }
    }

    private static Counts counts(long n) {
        var own = new SentimentSums(n, 3 * n, 9 * n, 0, n, 0);
        return new Counts(3 * n, n, 2 * n, 0, own, SentimentSums.ZERO);
    }

    List<WindowFigures> scanned(Instant asOf) {
        var end = Target.bucket(asOf).plus(Target.BUCKET);
        var lengths = Map.of("1h", 1, "6h", 6, "24h", 24, "7d", 7 * 24, "28d", 28 * 24);
        var figures = new ArrayList<WindowFigures>();
        for (var window : Window.values()) {
            var length = Duration.ofHours(Objects.requireNonNull(lengths.get(window.label())));
            var start = end.minus(length);
            var baseline = baseline(length, end);
            figures.add(new WindowFigures(
                    window,
                    counts(start, end),
                    outlets(start, end).size(),
                    counts(start.minus(length), start),
                    outlets(start.minus(length), start).size(),
                    baseline == null ? null : baseline.articles(),
                    baseline == null
                            ? null
                            : Surge.of(counts(start, end).articles(), baseline.articles(), baseline.windows())));
        }
        return figures;
    }

    private record Baseline(double articles, double windows) {}

    private Baseline baseline(Duration length, Instant end) {
        var first = buckets.subMap(end.minus(Duration.ofDays(60)), end);
        if (first.isEmpty() || first.firstKey().isAfter(end.minus(Duration.ofDays(14)))) {
            return null;
        }
        var whole = length.compareTo(Duration.ofDays(7)) > 0 ? Duration.ofDays(7) : length;
        var sum = 0L;
        var fit = 0;
        for (var week = 1; week <= 4; week++) {
            var back = Duration.ofDays(7L * week);
            var to = whole.equals(length)
                    ? end.minus(back)
                    : end.minus(length).minus(back).plus(whole);
            if (!to.minus(whole).isBefore(first.firstKey())) {
                fit++;
                sum += counts(to.minus(whole), to).articles();
            }
        }
        var inOne = (double) length.toHours() / whole.toHours();
        return fit == 0 ? null : new Baseline(sum / (fit / inOne), fit / inOne);
    }

    private Counts counts(Instant from, Instant to) {
        return buckets.subMap(from, to).values().stream().map(Kept::counts).reduce(Counts.ZERO, Counts::plus);
    }

    private Set<String> outlets(Instant from, Instant to) {
        var outlets = new HashSet<String>();
        buckets.subMap(from, to)
                .values()
                .forEach(kept -> outlets.addAll(kept.outlets().keySet()));
        return outlets;
    }
}
