// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.pointwatch.domain.article.RevisionSet;

/**
 * Keeps an analyst's vetoes of an article's tags, also before the article is known, and has it tagged again when they
 * change. They are few, and kept for good: the article may come back after its state was dropped.
 */
final class KeepVetoes extends ContextualProcessor<String, TagVetoes, String, Decided> {
    static final String STORE = "tag-vetoes";

    private final MeterRegistry meters;
    private KeyValueStore<String, TagVetoes> kept;
    private VetoedOutlets outlets;
    private Dated<RevisionSet> revisions;

    KeepVetoes(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Decided> context) {
        super.init(context);
        kept = context.getStateStore(STORE);
        outlets = VetoedOutlets.of(context);
        revisions = Dated.of(context.getStateStore(KeepRevisions.STORE));
    }

    @Override
    public void process(Record<String, TagVetoes> record) {
        var before = kept.get(record.key());
        var vetoes = record.value();
        if (!vetoes.newerThan(before)) {
            count("older");
            return;
        }
        kept.put(record.key(), vetoes);
        if (vetoes.sameAs(before)) {
            count("same");
            return;
        }
        count("kept");
        var set = revisions.get(record.key());
        if (set != null && !outlets.hide(record.key())) {
            set.current().ifPresent(current -> context().forward(record.withValue(new Decided(current))));
        }
    }

    private void count(String outcome) {
        meters.counter("pointwatch_vetoes_total", "of", "tag", "outcome", outcome)
                .increment();
    }
}
