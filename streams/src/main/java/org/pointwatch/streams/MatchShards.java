// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.pointwatch.domain.dedup.CopyRule;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.dedup.ShingleIndex;
import org.pointwatch.domain.story.StoryEvent.Shared;
import org.pointwatch.domain.story.StoryEvent.Shares;
import org.pointwatch.streams.Shards.Probe;

/**
 * Finds, within one logical shard, the documents that share hashes with an arriving one, and tells the later article of
 * each pair. The store holds one value for each document; the index over hashes is rebuilt from it in memory.
 */
final class MatchShards extends ContextualProcessor<String, Probe, String, Shares> {
    static final String STORE = "sampled-documents";

    /** Earlier documents told to one article by one shard: the earliest, for the original is among them. */
    private static final int MOST_TOLD = 16;

    private final MeterRegistry meters;
    private final Map<String, ShingleIndex> indexes = new HashMap<>();
    private KeyValueStore<String, Probe> documents;

    MatchShards(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Shares> context) {
        super.init(context);
        documents = context.getStateStore(STORE);
        indexes.clear();
        try (var all = documents.all()) {
            all.forEachRemaining(entry -> index(entry.value));
        }
    }

    @Override
    public void process(Record<String, Probe> record) {
        var probe = record.value();
        var own = probe.document();
        var key = probe.shard() + "/" + own.article() + "/" + own.revision();
        if (documents.get(key) != null) {
            return;
        }
        var sharing = PoisonException.computing("match-shards", () -> sharing(probe));
        documents.put(key, probe);
        index(probe);
        tell(record, own, sharing);
    }

    private List<Shared> sharing(Probe probe) {
        var found = new ArrayList<Shared>();
        indexOf(probe.shard()).sharing(probe.hashes()).forEach((document, n) -> {
            if (CopyRule.plausible(probe.document(), document, n, Shards.COUNT)
                    && !document.article().equals(probe.document().article())) {
                found.add(new Shared(document, n));
            }
        });
        found.sort(Comparator.comparing((Shared s) -> s.other().time())
                .thenComparing(s -> s.other().article())
                .thenComparing(s -> s.other().revision()));
        return found;
    }

    private void tell(Record<String, Probe> record, Document own, List<Shared> sharing) {
        var earlier = sharing.stream()
                .filter(s -> s.other().before(own))
                .limit(MOST_TOLD)
                .toList();
        if (!earlier.isEmpty()) {
            context().forward(record.withKey(own.article()).withValue(new Shares(own, earlier)));
        }
        for (var later : sharing) {
            if (own.before(later.other())) {
                var told = new Shares(later.other(), List.of(new Shared(own, later.count())));
                context().forward(record.withKey(later.other().article()).withValue(told));
            }
        }
    }

    private void index(Probe probe) {
        var index = indexOf(probe.shard());
        var capped = index.capped();
        index.add(probe.document(), probe.hashes());
        if (index.capped() > capped) {
            meters.counter("pointwatch_shingles_capped_total").increment(index.capped() - capped);
        }
    }

    private ShingleIndex indexOf(String shard) {
        return indexes.computeIfAbsent(shard, any -> new ShingleIndex());
    }
}
