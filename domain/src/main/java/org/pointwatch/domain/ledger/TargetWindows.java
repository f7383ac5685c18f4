// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sums of one target over every window, kept up as its buckets change and as the clock moves on: only buckets that
 * cross the edge of a span are looked up. What was asked for may be read in several goes, and changes may come between.
 */
public final class TargetWindows {
    /** A shorter history has no baseline. */
    static final Duration LEAST_HISTORY = Duration.ofDays(14);

    private static final List<Window> WINDOWS = List.of(Window.values());

    /** Current and previous of each window in turn; these have counts and outlets. */
    private static final Span[] SUMMED =
            WINDOWS.stream().flatMap(w -> Stream.of(w.current(), w.previous())).toArray(Span[]::new);

    /** Those of each window in turn that its baseline is computed from; articles are enough. */
    private static final Span[] COMPARED =
            WINDOWS.stream().flatMap(w -> w.compared().stream()).toArray(Span[]::new);

    private static final Crossings CROSSINGS = new Crossings(SUMMED, COMPARED);
    private static final long NEVER = Long.MIN_VALUE;

    private Counts[] sums = {};
    private long[] articles = {};
    private OutletSpans outlets = new OutletSpans(0);
    private long end = NEVER;
    private long read = NEVER;
    private long earliest = NEVER;

    /** A bucket's counts became {@code change} more; outlets that it had not, and that it has no longer. */
    public void add(Instant bucket, Counts change, Collection<String> gained, Collection<String> lost) {
        var number = Window.number(bucket);
        if (number >= read) {
            return;
        }
        if (number <= earliest) {
            earliest = NEVER;
        }
        var step = CROSSINGS.into(end - number);
        apply(step, change);
        gained.forEach(outlet -> outlets.add(outlet, step.summed()));
        var out = step.reversed();
        lost.forEach(outlet -> outlets.add(outlet, out.summed()));
    }

    /**
     * Takes the windows to where they end at that time.
     *
     * @param most buckets and outlets to read before leaving the rest to the next call
     * @return whether all is read, and {@link #figures} are those of that time
     */
    public boolean moveTo(Instant asOf, Buckets buckets, int most) {
        var to = Window.end(asOf);
        if (end == NEVER) {
            begin(to);
        }
        if (!readOn(buckets, most)) {
            return false;
        }
        if (to != end && CROSSINGS.between(end, to).size() >= CROSSINGS.depth()) {
            begin(to);
            return readOn(buckets, most) && know(buckets);
        }
        if (to != end) {
            shift(to, buckets);
        }
        return know(buckets);
    }

    private void begin(long to) {
        sums = new Counts[SUMMED.length];
        Arrays.fill(sums, Counts.ZERO);
        articles = new long[COMPARED.length];
        outlets = new OutletSpans(SUMMED.length);
        end = to;
        read = to - CROSSINGS.depth();
        earliest = NEVER;
    }

    private boolean readOn(Buckets buckets, int most) {
        if (read == end) {
            return true;
        }
        var left = new int[] {most};
        buckets.visit(Window.bucket(read), Window.bucket(end), (bucket, counts) -> {
            var number = Window.number(bucket);
            left[0] -= 1 + cross(bucket, counts, CROSSINGS.into(end - number), buckets);
            read = number + 1;
            return left[0] > 0;
        });
        if (left[0] > 0) {
            read = end;
        }
        return read == end;
    }

    private void shift(long to, Buckets buckets) {
        for (var range : CROSSINGS.between(end, to).ranges()) {
            buckets.visit(Window.bucket(range.from()), Window.bucket(range.to()), (bucket, counts) -> {
                var number = Window.number(bucket);
                cross(bucket, counts, CROSSINGS.step(end - number, to - number), buckets);
                return true;
            });
        }
        if (to < end || earliest >= end || earliest < to - Window.length(Window.HISTORY)) {
            earliest = NEVER;
        }
        end = to;
        read = to;
    }

    /** How many outlets were read for it. */
    private int cross(Instant bucket, Counts counts, Crossings.Step step, Buckets buckets) {
        apply(step, counts);
        if (!step.movesOutlets()) {
            return 0;
        }
        var found = buckets.outlets(bucket);
        found.forEach(outlet -> outlets.add(outlet, step.summed()));
        return found.size();
    }

    private void apply(Crossings.Step step, Counts counts) {
        for (var i = 0; i < SUMMED.length; i++) {
            if (step.summed()[i] != 0) {
                sums[i] = sums[i].plus(step.summed()[i] > 0 ? counts : counts.negated());
            }
        }
        for (var i = 0; i < COMPARED.length; i++) {
            articles[i] += step.compared()[i] * counts.articles();
        }
    }

    /** Finds where history begins, if that is not known any more. */
    private boolean know(Buckets buckets) {
        if (earliest == NEVER) {
            earliest = end;
            buckets.visit(Window.bucket(end - Window.length(Window.HISTORY)), Window.bucket(end), (bucket, counts) -> {
                earliest = Window.number(bucket);
                return false;
            });
        }
        return true;
    }

    /** Nothing in any window. */
    public boolean empty() {
        return Arrays.stream(sums).allMatch(sum -> sum.articles() == 0);
    }

    /** Of the time it was last moved to, the shortest window first. */
    public List<WindowFigures> figures() {
        return WINDOWS.stream().map(this::figures).toList();
    }

    private WindowFigures figures(Window window) {
        var current = 2 * window.ordinal();
        var fit = fit(window);
        Double baseline = null;
        Double surge = null;
        if (fit > 0) {
            var worth = fit / window.comparedInOne();
            baseline = firstCompared(window, fit) / worth;
            surge = Surge.of(sums[current].articles(), baseline, worth);
        }
        return new WindowFigures(
                window,
                sums[current],
                outlets.distinct(current),
                sums[current + 1],
                outlets.distinct(current + 1),
                baseline,
                surge);
    }

    /** How many of the compared spans lie wholly in the target's history; none while that is too short. */
    private long fit(Window window) {
        var history = end - earliest;
        return history < Window.length(LEAST_HISTORY)
                ? 0
                : window.compared().stream()
                        .filter(span -> span.far() <= history)
                        .count();
    }

    private long firstCompared(Window window, long spans) {
        var first = window.ordinal() * window.compared().size();
        return Arrays.stream(articles, first, first + (int) spans).sum();
    }
}
