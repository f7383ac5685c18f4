// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.dedup.Probe;
import org.pointwatch.domain.dedup.Sketcher;

/**
 * Sends what is sampled of each revision's text to every logical shard, at the time at which its article now counts; also of
 * a vetoed outlet, so that it finds its neighbours when the veto is taken back.
 */
final class SampleShingles extends ContextualProcessor<String, ArticleChange, String, Probe> {
    @Override
    public void process(Record<String, ArticleChange> record) {
        var change = record.value();
        var at = time(change.timed());
        send(record, change.arrived(), at);
        var current = change.kept();
        if (current != null && change.keptChanged() && !current.equals(change.arrived())) {
            send(record, current, at);
        }
    }

    private void send(Record<String, ArticleChange> record, Revision r, Instant at) {
        if (r.deleted()) {
            return;
        }
        var probes = PoisonException.computing("sample-shingles", () -> {
            var sketch = Sketcher.sketch(r.title(), r.readable());
            var document = Document.of(r.id(), r.revision(), at, r.firstSeen(), r.outlet(), sketch);
            return Probe.of(document, sketch, record.value().again());
        });
        for (var probe : probes) {
            if (!probe.empty() || probe.again()) {
                context()
                        .forward(record.withKey(Integer.toString(probe.shard())).withValue(probe));
            }
        }
    }

    /** Event time, to the millisecond, which is as fine as articles are put in order. */
    static Instant time(Revision r) {
        return EventTime.of(r).at().truncatedTo(ChronoUnit.MILLIS);
    }
}
