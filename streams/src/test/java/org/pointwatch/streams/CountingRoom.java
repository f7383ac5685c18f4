// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.Delta;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.Rolling;

/** The two steps that count, with their stores, on Kafka's context for tests: deltas go in, and they can be restarted. */
final class CountingRoom {
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final KeyValueStore<String, KeptCounts> counts = store(CountTargets.COUNTS, LedgerSerdes.kept());
    final KeyValueStore<String, Long> outlets = store(CountTargets.OUTLETS, Serdes.Long());
    private final KeyValueStore<String, RollingMark> marks = store(RollWindows.MARKS, LedgerSerdes.mark());
    private final KeyValueStore<String, Rolling> ofAll = store(RollWindows.OF_ALL, JsonSerde.of(Topics.ROLLING));
    private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);

    final Map<String, Coverage> coverage = new TreeMap<>();
    final Map<String, Rolling> rolling = new TreeMap<>();

    /** Key and value of all that was forwarded in the last look. */
    final List<String> published = new ArrayList<>();

    Instant now;
    private MockProcessorContext<String, Counted> counting;
    private MockProcessorContext<String, Rolling> looking;
    private CountTargets count;
    private RollWindows roll;

    CountingRoom(Instant now) {
        this.now = now;
        restart();
    }

    private static <V> KeyValueStore<String, V> store(String name, Serde<V> serde) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), serde)
                .withLoggingDisabled()
                .build();
    }

    /** Everything in memory is lost; the stores are as they were. */
    void restart() {
        counting = new MockProcessorContext<>();
        looking = new MockProcessorContext<>();
        for (var store : List.of(counts, outlets, marks, ofAll)) {
            if (!store.isOpen()) {
                store.init(counting.getStateStoreContext(), store);
            }
            counting.addStateStore(store);
            looking.addStateStore(store);
        }
        count = new CountTargets(clock, meters);
        count.init(counting);
        roll = new RollWindows(clock);
        roll.init(looking);
    }

    /** As many articles of an outlet more. */
    void add(String target, Instant time, String outlet, long articles) {
        var own = new SentimentSums(articles, -articles, articles, 0, articles, 0);
        var bucket = Target.bucket(time);
        var counts = new Counts(articles, articles, 0, 0, own, SentimentSums.ZERO);
        var delta = Delta.of(target, bucket, counts, outlet, articles);
        counting.resetForwards();
        count.process(new Record<>(Target.coverageKey(target, bucket), delta, now.toEpochMilli()));
        for (var forward : counting.forwarded()) {
            var counted = forward.record().value();
            if (counted.coverage() == null) {
                coverage.remove(forward.record().key());
            } else {
                coverage.put(forward.record().key(), counted.coverage());
            }
            roll.process(new Record<>(forward.record().key(), counted, now.toEpochMilli()));
        }
    }

    /** Of all outlets. */
    List<String> keys() {
        var keys = new ArrayList<String>();
        try (var all = outlets.all()) {
            all.forEachRemaining(outlet -> keys.add(outlet.key));
        }
        return keys;
    }

    /** Of an outlet's key. */
    Instant bucket(String key) {
        return Instant.parse(key.substring(key.indexOf('@') + 1, key.indexOf(CountTargets.GAP)));
    }

    /** The punctuators' turn. */
    void look() {
        looking.resetForwards();
        published.clear();
        counting.scheduledPunctuators().forEach(p -> p.getPunctuator().punctuate(now.toEpochMilli()));
        looking.scheduledPunctuators().forEach(p -> p.getPunctuator().punctuate(now.toEpochMilli()));
        for (var forward : looking.forwarded()) {
            var record = forward.record();
            published.add(record.key() + " " + record.value());
            if (record.value() == null) {
                rolling.remove(record.key());
            } else {
                rolling.put(record.key(), record.value());
            }
        }
        rolling.forEach(ofAll::put);
    }
}
