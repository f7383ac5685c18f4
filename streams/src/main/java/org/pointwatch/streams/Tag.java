// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.Finding;

/** Tags an article's new current revision with the dossier in force; a withdrawn article gets a tombstone. */
final class Tag extends ContextualProcessor<String, ArticleChange, String, @Nullable Finding> {
    private final DossierInForce dossiers;

    Tag(DossierInForce dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public void init(ProcessorContext<String, @Nullable Finding> context) {
        super.init(context);
        dossiers.attach(context.getStateStore(DossierInForce.STORE));
    }

    @Override
    public void process(Record<String, ArticleChange> record) {
        var change = record.value();
        if (!change.currentChanged()) {
            return;
        }
        var current = change.current();
        var dossier = dossiers.inForce();
        var finding = current == null ? null : PoisonException.computing("tag", () -> dossiers.find(current, dossier));
        context().forward(record.withValue(finding));
    }
}
