// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.RevisionSet;
import org.pointwatch.wire.record.Retag;

/**
 * Keeps an analyst's vetoes of outlets in every task. From here on they hold for what arrives; those articles that are
 * there are visited one after the other, for which a first request is sent. See {@link RevisitArticles}.
 */
final class KeepOutlets extends ContextualProcessor<String, OutletVeto, String, Retag> {
    private final String dossier;
    private final MeterRegistry meters;
    private KeyValueStore<String, OutletVeto> outlets;
    private Dated<RevisionSet> revisions;

    /** @param dossier id of the dossier that the topology follows */
    KeepOutlets(String dossier, MeterRegistry meters) {
        this.dossier = dossier;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Retag> context) {
        super.init(context);
        outlets = context.getStateStore(VetoedOutlets.OUTLETS);
        revisions = Dated.of(context.getStateStore(KeepRevisions.STORE));
    }

    @Override
    public void process(Record<String, OutletVeto> record) {
        var outlet = record.key();
        var veto = record.value();
        var before = outlets.get(outlet);
        if (!veto.newerThan(before)) {
            count("older");
            return;
        }
        outlets.put(outlet, veto);
        if (veto.stands() == (before != null && before.stands())) {
            count("same");
            return;
        }
        count("kept");
        var first = firstArticle();
        if (first != null) {
            context().forward(record.withKey(first).withValue(Retag.of(dossier, outlet)));
        }
    }

    private @Nullable String firstArticle() {
        try (var all = revisions.from(null)) {
            return all.hasNext() ? all.next().key : null;
        }
    }

    private void count(String outcome) {
        meters.counter("pointwatch_vetoes_total", "of", "outlet", "outcome", outcome)
                .increment();
    }
}
