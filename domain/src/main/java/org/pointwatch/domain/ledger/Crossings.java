// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Which buckets go in or out of which spans when the end of the windows moves. */
final class Crossings {
    private final Span[] summed;
    private final Span[] compared;
    private final long[] edges;

    Crossings(Span[] summed, Span[] compared) {
        this.summed = summed.clone();
        this.compared = compared.clone();
        edges = Stream.concat(Arrays.stream(summed), Arrays.stream(compared))
                .flatMapToLong(span -> LongStream.of(span.near(), span.far()))
                .distinct()
                .sorted()
                .toArray();
    }

    /** Buckets by number, {@code to} not among them. */
    record Range(long from, long to) {}

    /** Apart from each other, the earliest first. */
    record Ranges(List<Range> ranges) {
        long size() {
            return ranges.stream().mapToLong(range -> range.to() - range.from()).sum();
        }
    }

    /** What one bucket does, by span: 1 it goes in, -1 it goes out, 0 it stays where it is. */
    record Step(int[] summed, int[] compared) {
        boolean movesOutlets() {
            return Arrays.stream(summed).anyMatch(change -> change != 0);
        }

        Step reversed() {
            return new Step(reversed(summed), reversed(compared));
        }

        private static int[] reversed(int[] changes) {
            return Arrays.stream(changes).map(change -> -change).toArray();
        }
    }

    /** Age of the oldest bucket in any span. */
    long depth() {
        return edges[edges.length - 1];
    }

    /** Every bucket that is in another set of spans when the windows end before {@code to} than when before {@code end}. */
    Ranges between(long end, long to) {
        var ranges = new ArrayList<Range>();
        for (var i = edges.length - 1; i >= 0; i--) {
            var from = Math.min(end, to) - edges[i];
            var until = Math.max(end, to) - edges[i];
            var last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && from <= last.to()) {
                ranges.set(ranges.size() - 1, new Range(last.from(), until));
            } else {
                ranges.add(new Range(from, until));
            }
        }
        return new Ranges(List.copyOf(ranges));
    }

    /** Of a bucket that has become of that age. */
    Step step(long before, long after) {
        return new Step(changes(summed, before, after), changes(compared, before, after));
    }

    /** Of a bucket of that age that is seen for the first time. */
    Step into(long age) {
        return step(0, age);
    }

    private static int[] changes(Span[] spans, long before, long after) {
        var changes = new int[spans.length];
        for (var i = 0; i < spans.length; i++) {
            changes[i] = (spans[i].holds(after) ? 1 : 0) - (spans[i].holds(before) ? 1 : 0);
        }
        return changes;
    }
}
