// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.pointwatch.domain.ledger.Delta;
import org.pointwatch.wire.record.Coverage;

/**
 * Adds deltas to coverage; a key whose counts are back to nothing is removed, as if it had never been. Counts are kept
 * for good, the outlets behind them until {@link ForgetOutlets} freezes their number.
 */
final class CountTargets extends ContextualProcessor<String, Delta, String, Counted> {
    static final String COUNTS = "coverage-counts";
    static final String OUTLETS = "coverage-outlets";

    /** Between a coverage key and an outlet in a key of the outlet store. */
    static final String GAP = "\u001f";

    private static final Duration FORGET_EVERY = Duration.ofSeconds(10);

    private final Clock clock;
    private final Counter frozen;
    private KeyValueStore<String, KeptCounts> counts;
    private KeyValueStore<String, Long> outlets;
    private ForgetOutlets forget;

    CountTargets(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.frozen = Counter.builder("pointwatch_outlets_frozen_total")
                .description("outlets that came or went in buckets whose outlets were frozen: not counted there")
                .register(meters);
    }

    @Override
    public void init(ProcessorContext<String, Counted> context) {
        super.init(context);
        counts = context.getStateStore(COUNTS);
        outlets = context.getStateStore(OUTLETS);
        forget = new ForgetOutlets(counts, outlets);
        context.schedule(
                FORGET_EVERY, PunctuationType.WALL_CLOCK_TIME, at -> forget.look(Math.min(at, clock.millis()), at));
    }

    @Override
    public void process(Record<String, Delta> record) {
        var key = record.key();
        var delta = record.value();
        var kept = counts.get(key);
        var before = Objects.requireNonNullElse(kept, KeptCounts.NOTHING);
        var gained = new ArrayList<String>();
        var lost = new ArrayList<String>();
        if (before.frozen()) {
            frozen.increment(delta.outlets().size());
        } else {
            delta.outlets().entrySet().forEach(change -> addOutlet(key, change, gained, lost));
        }
        var after = before.plus(delta.counts(), gained.size() - lost.size(), record.timestamp());
        if (after.nothing()) {
            counts.delete(key);
            forget.rest(key, after);
        } else {
            counts.put(key, after);
        }
        context().forward(record.withValue(counted(delta, kept == null, after, gained, lost)));
    }

    private static Counted counted(Delta d, boolean came, KeptCounts after, List<String> gained, List<String> lost) {
        var coverage = after.nothing() ? null : Coverage.of(d.target(), d.bucket(), after.counts(), after.outlets());
        return new Counted(d.target(), d.bucket(), coverage, came || coverage == null, d.counts(), gained, lost);
    }

    private void addOutlet(String key, Map.Entry<String, Long> change, List<String> gained, List<String> lost) {
        var outletKey = key + GAP + change.getKey();
        var before = Objects.requireNonNullElse(outlets.get(outletKey), 0L);
        var after = before + change.getValue();
        if (after == 0) {
            outlets.delete(outletKey);
        } else {
            outlets.put(outletKey, after);
        }
        if (before <= 0 && after > 0) {
            gained.add(change.getKey());
        } else if (before > 0 && after <= 0) {
            lost.add(change.getKey());
        }
    }
}
