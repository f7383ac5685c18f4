// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.pointwatch.domain.dedup.CopyRule;
import org.pointwatch.domain.dedup.Match.Matches;
import org.pointwatch.domain.dedup.Probe;
import org.pointwatch.domain.dedup.Shard;

/**
 * Finds, within a logical shard, the documents that share hashes with an arriving one, and tells the later article of
 * each pair. The store holds the documents; the index over their hashes is rebuilt from it in memory.
 */
final class MatchShards extends ContextualProcessor<String, Probe, String, Matches> {
    static final String STORE = "sampled-documents";

    /** By the clock on the wall, whatever time a record claims: a document that nothing can match any more is kept a day longer. */
    static final Duration KEPT = CopyRule.WINDOW.plusDays(1);

    private static final Duration EXPIRE_EVERY = Duration.ofSeconds(10);

    /** Documents forgotten at a time, lest nothing else is done for long. */
    private static final int MOST_EXPIRED = 2_000;

    private final MeterRegistry meters;
    private final Map<Integer, KeptShard> shards = new HashMap<>();
    private Remembered<Kept> documents;

    /** A document in the store. */
    record Kept(long touched, Probe probe) {}

    MatchShards(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Matches> context) {
        super.init(context);
        KeyValueStore<String, Kept> store = context.getStateStore(STORE);
        documents = new Remembered<>(store);
        shards.clear();
        restore(store);
        context.schedule(EXPIRE_EVERY, PunctuationType.WALL_CLOCK_TIME, this::expire);
    }

    @Override
    public void process(Record<String, Probe> record) {
        var probe = record.value();
        var shard = shard(probe.shard());
        var told = new ArrayList<Matches>();
        if (probe.again()) {
            if (shard.index().has(probe.document())) {
                return;
            }
            move(shard, probe, told);
        }
        var silent = shard.index().silent();
        keep(shard, context().currentSystemTimeMs(), probe);
        told.addAll(shard.index().add(probe));
        meters.counter("pointwatch_shingles_capped_total")
                .increment(shard.index().silent() - silent);
        for (var matches : told) {
            context().forward(record.withKey(matches.article()).withValue(matches));
        }
    }

    /** What was kept of the article before is now of another time; what arrives again takes its own place. */
    private void move(KeptShard shard, Probe probe, List<Matches> told) {
        for (var name : shard.index().moved(probe.document())) {
            var kept = documents.get(shard.key(name));
            if (kept != null) {
                told.addAll(shard.index().remove(name));
                if (!name.equals(Shard.name(probe.document()))) {
                    var moved = kept.probe().at(probe.document().time());
                    keep(shard, kept.touched(), moved);
                    told.addAll(shard.index().add(moved));
                }
            }
        }
    }

    private void keep(KeptShard shard, long touched, Probe probe) {
        var name = Shard.name(probe.document());
        documents.put(shard.key(name), new Kept(touched, probe));
        shard.touched(touched, name);
    }

    private void restore(KeyValueStore<String, Kept> store) {
        var touched = new ArrayList<Kept>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> touched.add(entry.value));
        }
        touched.sort(Comparator.comparingLong(Kept::touched));
        touched.forEach(kept -> shard(kept.probe().shard()).restore(kept));
    }

    private KeptShard shard(int number) {
        return shards.computeIfAbsent(number, n -> new KeptShard(n, documents));
    }

    private void expire(long now) {
        for (var shard : shards.values()) {
            var expired = shard.expire(now - KEPT.toMillis(), MOST_EXPIRED);
            meters.counter("pointwatch_documents_expired_total").increment(expired);
        }
    }
}
