// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.Rolling;

/**
 * Sums buckets into windows that end now. A target is due when its coverage changed, at most once a minute, and when the
 * clock has entered another bucket; a few targets are summed at a time, so that no task stands still.
 */
final class RollWindows extends ContextualProcessor<String, @Nullable Coverage, String, @Nullable Rolling> {
    static final String MARKS = "rolling-marks";
    static final String OF_ALL = "rolling-of-all";

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LEAST_PAUSE = Duration.ofMinutes(1);
    private static final int TARGETS_A_LOOK = 25;

    private final Clock clock;
    private final Map<String, Mark> waiting = new TreeMap<>();
    private KeyValueStore<String, Mark> marks;
    private WindowSums sums;
    private ReadOnlyKeyValueStore<String, Rolling> ofAll;

    /** When a target was last summed, and whether its coverage changed since. */
    record Mark(Instant rolled, boolean dirty) {
        boolean due(Instant now) {
            return (dirty && !now.isBefore(rolled.plus(LEAST_PAUSE)))
                    || Target.bucket(now).isAfter(Target.bucket(rolled));
        }
    }

    RollWindows(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<String, @Nullable Rolling> context) {
        super.init(context);
        marks = context.getStateStore(MARKS);
        sums = new WindowSums(context.getStateStore(CountTargets.COUNTS), context.getStateStore(CountTargets.OUTLETS));
        ofAll = context.getStateStore(OF_ALL);
        waiting.clear();
        try (var all = marks.all()) {
            all.forEachRemaining(mark -> waiting.put(mark.key, mark.value));
        }
        context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    @Override
    public void process(Record<String, @Nullable Coverage> record) {
        var target = record.key().substring(0, record.key().lastIndexOf('@'));
        var known = waiting.get(target);
        if (known == null || !known.dirty()) {
            mark(target, new Mark(known == null ? Instant.EPOCH : known.rolled(), true));
        }
    }

    private void look(long wallClock) {
        var now = clock.instant();
        var due = waiting.entrySet().stream()
                .filter(mark -> mark.getValue().due(now))
                .map(Map.Entry::getKey)
                .limit(TARGETS_A_LOOK)
                .toList();
        for (var target : due) {
            roll(target, now, wallClock);
        }
    }

    private void roll(String target, Instant now, long wallClock) {
        var windows = sums.of(target, now);
        var empty = windows.stream().allMatch(WindowSums.Sum::empty);
        if (empty) {
            waiting.remove(target);
            marks.delete(target);
        } else {
            mark(target, new Mark(now, false));
        }
        for (var window : windows) {
            var rolling = empty ? null : rolling(target, window, now);
            context().forward(new Record<>(target + "@" + window.window(), rolling, wallClock));
        }
    }

    private Rolling rolling(String target, WindowSums.Sum window, Instant now) {
        var all = target.equals(Target.ALL) ? null : ofAll.get(Target.ALL + "@" + window.window());
        var articles = all == null ? 0 : all.counts().articles();
        return new Rolling(
                target,
                window.window(),
                now,
                window.current(),
                window.previous(),
                articles > 0 ? (double) window.current().articles() / articles : null,
                all != null && articles > 0 ? all.asOf() : null,
                null,
                null);
    }

    private void mark(String target, Mark mark) {
        waiting.put(target, mark);
        marks.put(target, mark);
    }
}
