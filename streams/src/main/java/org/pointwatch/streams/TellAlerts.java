// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.alert.Alarm;
import org.pointwatch.domain.alert.AlertJudge;
import org.pointwatch.domain.alert.Fact;
import org.pointwatch.domain.alert.History;
import org.pointwatch.domain.alert.Outcome;
import org.pointwatch.domain.alert.TargetMemory;
import org.pointwatch.domain.alert.Verdict;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.domain.ledger.Window;
import org.pointwatch.wire.record.Alert;
import org.pointwatch.wire.record.Rolling;

/**
 * Tells what is new about each target, and remembers that it did. Facts come by a topic of their own; how a target is
 * covered is looked at where its counts are kept, when its day is published, every few minutes.
 */
final class TellAlerts extends ContextualProcessor<String, TellAlerts.News, String, Alert> {
    static final String MEMORY = "alert-memory";

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final Duration OLD = Duration.ofHours(1);

    /** Less than half of the usual day, or a quarter of the usual hour: it is we who do not see. */
    private static final double LEAST_OF_DAY = 0.5;

    private static final double LEAST_OF_HOUR = 0.25;

    private final DossierInForce dossiers;
    private final String dossier;
    private final Clock clock;
    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Instant> looked = new HashMap<>();
    private final TreeSet<String> waiting = new TreeSet<>();
    private KeyValueStore<String, TargetMemory> memories;
    private ReadOnlyKeyValueStore<String, KeptCounts> counts;
    private ReadOnlyKeyValueStore<String, Long> outlets;
    private ReadOnlyKeyValueStore<String, Rolling> ofAll;

    /** What may lead to an alert. */
    sealed interface News {}

    /** The record is keyed by the target. */
    record Heard(Fact fact) implements News {}

    /** How much it was covered in a day. */
    record Rolled(Rolling day) implements News {}

    /** @param id of the dossier */
    TellAlerts(DossierInForce dossiers, String id, Clock clock, MeterRegistry meters) {
        this.dossiers = dossiers;
        this.dossier = id;
        this.clock = clock;
        for (var outcome : Outcome.values()) {
            outcomes.put(outcome, meters.counter("pointwatch_alerts_total", "outcome", outcome.id()));
        }
    }

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        super.init(context);
        dossiers.attach(context.getStateStore(DossierInForce.STORE));
        memories = context.getStateStore(MEMORY);
        counts = context.getStateStore(CountTargets.COUNTS);
        outlets = context.getStateStore(CountTargets.OUTLETS);
        ofAll = context.getStateStore(RollWindows.OF_ALL);
        looked.clear();
        waiting.clear();
        try (var all = memories.all()) {
            all.forEachRemaining(kept -> waits(kept.key, kept.value));
        }
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<String, News> record) {
        if (record.value() instanceof Heard heard) {
            hear(record, heard.fact());
        } else if (record.value() instanceof Rolled rolled) {
            look(record, rolled.day().target());
        }
    }

    private void hear(Record<String, News> record, Fact fact) {
        var target = record.key();
        var before = memory(target);
        var now = clock.instant();
        var verdict = PoisonException.computing("tell-alerts", () -> judge().hears(target, before, fact, now));
        settle(target, before, verdict, record.timestamp());
    }

    private void look(Record<String, News> record, String target) {
        var now = clock.instant();
        var last = looked.get(target);
        if (last != null && Duration.between(last, now).abs().compareTo(BETWEEN_LOOKS) < 0) {
            return;
        }
        var day = all(Window.DAY, now);
        if (!judge().rules().watches(target) || day == null || day.baseline() == null) {
            return;
        }
        looked.put(target, now);
        var history = History.of(now, new StoreBuckets(target, counts, outlets));
        var before = memory(target);
        var seeing = enough(day, LEAST_OF_DAY) && enough(all(Window.HOUR, now), LEAST_OF_HOUR);
        var verdict =
                PoisonException.computing("tell-alerts", () -> judge().looks(target, before, history, seeing, now));
        settle(target, before, verdict, record.timestamp());
    }

    /** Of all articles; null if it is not known how many come in now. */
    private @Nullable Rolling all(Window window, Instant now) {
        var rolling = ofAll.get(Target.ALL + "@" + window.label());
        return rolling == null || Duration.between(rolling.asOf(), now).abs().compareTo(OLD) > 0 ? null : rolling;
    }

    private static boolean enough(@Nullable Rolling all, double least) {
        var usual = all == null ? null : all.baseline();
        return all != null && usual != null && all.counts().articles() >= least * usual;
    }

    private void tick(long wallClock) {
        var now = clock.instant();
        for (var target : List.copyOf(waiting)) {
            var before = memory(target);
            settle(target, before, judge().waits(target, before, now), wallClock);
        }
    }

    private AlertJudge judge() {
        return new AlertJudge(dossier, dossiers.inForce().alerts());
    }

    private TargetMemory memory(String target) {
        return Objects.requireNonNullElse(memories.get(target), TargetMemory.NOTHING);
    }

    private void settle(String target, TargetMemory before, Verdict verdict, long timestamp) {
        verdict.outcomes().forEach(outcome -> Objects.requireNonNull(outcomes.get(outcome))
                .increment());
        if (!verdict.memory().equals(before)) {
            memories.put(target, verdict.memory());
            waits(target, verdict.memory());
        }
        for (var alarm : verdict.alarms()) {
            context().forward(new Record<>(dossier, alert(alarm), timestamp));
        }
    }

    private void waits(String target, TargetMemory memory) {
        if (memory.hasOpenDeadlines()) {
            waiting.add(target);
        } else {
            waiting.remove(target);
        }
    }

    private Alert alert(Alarm a) {
        return new Alert(
                a.id(), dossier, a.kind().id(), a.target(), a.at(), a.why(), a.evidence(), a.story(), a.escalates());
    }
}
