// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.domain.ledger.TargetWindows;
import org.pointwatch.domain.ledger.Window;
import org.pointwatch.domain.ledger.WindowFigures;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.Rolling;
import org.pointwatch.wire.record.Rolling.WindowCounts;

/**
 * Windows that end now. A target is due when its coverage changed, and when the clock has entered another bucket, at most
 * once a minute; of those due the longest waiting is first. Sums are kept in memory, and read from the stores of
 * {@link CountTargets} a part at a time after a start, so that no task stands still.
 */
final class RollWindows extends ContextualProcessor<String, Counted, String, @Nullable Rolling> {
    static final String MARKS = "rolling-marks";
    static final String OF_ALL = "rolling-of-all";

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Buckets and outlets to read in one look: a fraction of a second. */
    private static final int READS_A_LOOK = 200_000;

    private static final int READS_A_TARGET = READS_A_LOOK / 2;

    /** To publish a target takes about as long as so many reads. */
    private static final int PUBLISHING = 100;

    private static final Comparator<Map.Entry<String, RollingMark>> LONGEST_WAITING = Comparator.comparing(
                    (Map.Entry<String, RollingMark> entry) -> entry.getValue().rolled())
            .thenComparing(Map.Entry::getKey);

    private final Clock clock;
    private final Map<String, RollingMark> marked = new HashMap<>();
    private final Map<String, TargetWindows> summed = new HashMap<>();
    private KeyValueStore<String, RollingMark> marks;
    private ReadOnlyKeyValueStore<String, KeptCounts> counts;
    private ReadOnlyKeyValueStore<String, Long> outlets;
    private ReadOnlyKeyValueStore<String, Rolling> ofAll;

    RollWindows(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<String, @Nullable Rolling> context) {
        super.init(context);
        marks = context.getStateStore(MARKS);
        counts = context.getStateStore(CountTargets.COUNTS);
        outlets = context.getStateStore(CountTargets.OUTLETS);
        ofAll = context.getStateStore(OF_ALL);
        marked.clear();
        summed.clear();
        try (var all = marks.all()) {
            all.forEachRemaining(mark -> marked.put(mark.key, mark.value));
        }
        context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    @Override
    public void process(Record<String, Counted> record) {
        var counted = record.value();
        var target = counted.target();
        var windows = summed.get(target);
        if (windows != null) {
            windows.add(counted.bucket(), counted.change(), counted.gained(), counted.lost());
        }
        var known = marked.get(target);
        if (known == null) {
            if (matters(counted.bucket(), clock.instant())) {
                mark(target, RollingMark.NEVER);
            }
            return;
        }
        var mark = known.with(counted);
        if (!mark.equals(known)) {
            mark(target, mark);
        }
    }

    /** Now or later. */
    private static boolean matters(Instant bucket, Instant now) {
        return Window.inHistory(bucket, now) || bucket.isAfter(now);
    }

    private void look(long wallClock) {
        var now = clock.instant();
        var due = marked.entrySet().stream()
                .filter(mark -> mark.getValue().due(now))
                .sorted(LONGEST_WAITING)
                .map(Map.Entry::getKey)
                .toList();
        var left = READS_A_LOOK;
        for (var target : due) {
            if (left <= 0) {
                return;
            }
            var buckets = new StoreBuckets(target, counts, outlets);
            var windows = summed.computeIfAbsent(target, any -> new TargetWindows());
            if (windows.moveTo(now, buckets, READS_A_TARGET)) {
                roll(target, windows, buckets, new Record<>(target, null, wallClock), now);
            }
            left -= buckets.reads() + PUBLISHING;
        }
    }

    private void roll(
            String target,
            TargetWindows windows,
            StoreBuckets buckets,
            Record<String, @Nullable Rolling> record,
            Instant now) {
        var mark = Objects.requireNonNull(marked.get(target));
        if (windows.empty()) {
            retire(target, mark, buckets, record, now);
            return;
        }
        for (var figures : windows.figures()) {
            if (mark.shows(figures.window(), now)) {
                context()
                        .forward(
                                record.withKey(key(target, figures.window())).withValue(rolling(target, figures, now)));
            }
        }
        mark(target, new RollingMark(now, 0, true));
    }

    private void retire(
            String target,
            RollingMark mark,
            StoreBuckets buckets,
            Record<String, @Nullable Rolling> record,
            Instant now) {
        if (mark.published()) {
            for (var window : Window.values()) {
                context().forward(record.withKey(key(target, window)));
            }
        }
        summed.remove(target);
        if (buckets.anyFrom(Target.bucket(now).plus(Target.BUCKET))) {
            mark(target, new RollingMark(now, 0, false));
        } else {
            marked.remove(target);
            marks.delete(target);
        }
    }

    private Rolling rolling(String target, WindowFigures f, Instant now) {
        var all = target.equals(Target.ALL) ? null : ofAll.get(key(Target.ALL, f.window()));
        var articles = all == null ? 0 : all.counts().articles();
        return new Rolling(
                target,
                f.window().label(),
                now,
                counts(f.current(), f.outlets()),
                counts(f.previous(), f.previousOutlets()),
                articles > 0 ? rounded((double) f.current().articles() / articles, 6) : null,
                all != null && articles > 0 ? all.asOf() : null,
                f.baseline() == null ? null : rounded(f.baseline(), 2),
                f.surge() == null ? null : rounded(f.surge(), 2));
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

    private static double rounded(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    private static String key(String target, Window window) {
        return target + "@" + window.label();
    }

    private void mark(String target, RollingMark mark) {
        marked.put(target, mark);
        marks.put(target, mark);
    }
}
