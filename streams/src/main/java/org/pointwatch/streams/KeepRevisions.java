// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.article.RevisionSet;

/** Adds each arriving revision to its article's set and tells what became of the article. */
final class KeepRevisions extends ContextualProcessor<String, Revision, String, ArticleChange> {
    static final String STORE = "revisions";

    private final MeterRegistry meters;
    private KeyValueStore<String, RevisionSet> sets;

    KeepRevisions(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, ArticleChange> context) {
        super.init(context);
        sets = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, Revision> record) {
        var revision = record.value();
        if (revision == null) {
            count("tombstone");
            return;
        }
        refuse(record.key(), revision);
        var before = Objects.requireNonNullElse(sets.get(record.key()), RevisionSet.NONE);
        var added = PoisonException.computing("keep-revisions", () -> before.add(revision));
        count(added.arrival().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (added.set().equals(before)) {
            return;
        }
        sets.put(record.key(), added.set());
        var current = added.set().current();
        var changed = !current.equals(before.current());
        var again = !before.equals(RevisionSet.NONE);
        var timed = added.set().best().stream().findFirst().orElse(revision);
        context().forward(record.withValue(new ArticleChange(revision, current.orElse(null), timed, changed, again)));
    }

    private static void refuse(String key, Revision revision) {
        if (!revision.id().equals(key)) {
            throw new PoisonException("keep-revisions", "key " + key + " holds article " + revision.id());
        }
        if (revision.length() > Revision.MAX_LENGTH) {
            throw new PoisonException(
                    "keep-revisions",
                    "article %s has %d characters, at most %d are taken: cut its text at %d"
                            .formatted(key, revision.length(), Revision.MAX_LENGTH, Revision.MAX_TEXT));
        }
    }

    private void count(String arrival) {
        meters.counter("pointwatch_revisions_total", "arrival", arrival).increment();
    }
}
