// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.Map;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Delta;
import org.pointwatch.wire.record.Coverage;

/** Adds deltas to coverage; a key whose counts are back to nothing is removed, as if it had never been. */
final class CountTargets extends ContextualProcessor<String, Delta, String, @Nullable Coverage> {
    static final String COUNTS = "coverage-counts";
    static final String OUTLETS = "coverage-outlets";

    /** Between a coverage key and an outlet in a key of the outlet store. */
    static final String GAP = "\u001f";

    private KeyValueStore<String, Coverage> counts;
    private KeyValueStore<String, Long> outlets;

    @Override
    public void init(ProcessorContext<String, @Nullable Coverage> context) {
        super.init(context);
        counts = context.getStateStore(COUNTS);
        outlets = context.getStateStore(OUTLETS);
    }

    @Override
    public void process(Record<String, Delta> record) {
        var delta = record.value();
        var before = counts.get(record.key());
        var sum = before == null ? delta.counts() : before.counts().plus(delta.counts());
        var distinct = before == null ? 0 : before.outlets();
        for (var change : delta.outlets().entrySet()) {
            distinct += addOutlet(record.key(), change);
        }
        var after = sum.nothing() && distinct == 0 ? null : Coverage.of(delta.target(), delta.bucket(), sum, distinct);
        if (after == null) {
            counts.delete(record.key());
        } else {
            counts.put(record.key(), after);
        }
        context().forward(record.withValue(after));
    }

    /** How many more distinct outlets there are: -1, 0 or 1. */
    private int addOutlet(String key, Map.Entry<String, Long> change) {
        var outletKey = key + GAP + change.getKey();
        var stored = outlets.get(outletKey);
        var before = stored == null ? 0 : stored;
        var after = before + change.getValue();
        if (after == 0) {
            outlets.delete(outletKey);
        } else {
            outlets.put(outletKey, after);
        }
        return (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    }
}
