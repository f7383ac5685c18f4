// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.streams.RecallArticles.Recalled;
import org.pointwatch.wire.record.Finding;

/**
 * Tags an article's current revision with the dossier in force, when it is a new one or when it was asked for again; a
 * withdrawn article gets a tombstone.
 */
final class Tag extends ContextualProcessor<String, Tag.Wanted, String, @Nullable Finding> {
    private final DossierInForce dossiers;
    private final MeterRegistry meters;

    /** Why an article comes here. */
    sealed interface Wanted permits ArticleChange, Recalled {
        @Nullable
        Revision current();
    }

    Tag(DossierInForce dossiers, MeterRegistry meters) {
        this.dossiers = dossiers;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, @Nullable Finding> context) {
        super.init(context);
        dossiers.attach(context.getStateStore(DossierInForce.STORE));
    }

    @Override
    public void process(Record<String, Wanted> record) {
        var wanted = record.value();
        if (wanted instanceof ArticleChange change && !change.currentChanged()) {
            return;
        }
        var dossier = dossiers.inForce();
        if (wanted instanceof Recalled again && dossier.version().equals(again.madeWith())) {
            retags(meters, "up-to-date").increment();
            return;
        }
        var current = wanted.current();
        var finding = current == null ? null : PoisonException.computing("tag", () -> dossiers.find(current, dossier));
        if (wanted instanceof Recalled again) {
            var asked = dossier.version().equals(again.asked());
            retags(meters, asked ? "tagged" : "tagged-otherwise").increment();
        }
        context().forward(record.withValue(finding));
    }

    /** What became of the requests to tag an article again. */
    static Counter retags(MeterRegistry meters, String outcome) {
        return meters.counter("pointwatch_retags_total", "outcome", outcome);
    }
}
