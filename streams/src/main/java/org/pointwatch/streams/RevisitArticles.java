// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.article.RevisionSet;
import org.pointwatch.wire.record.Retag;

/**
 * Visits the articles of an outlet that was vetoed, or is not any more, and tells what is otherwise than it was told. A
 * request is for a stretch of this task's articles, from the one that it is keyed by; what lies behind is asked for by the
 * next request, in the same transaction, so that nothing is left out by a crash, no step takes long, and a topic read to
 * its end means that all is done. The next request has the key of an article that is kept here, so it comes back here.
 */
final class RevisitArticles extends ContextualProcessor<String, Retag, String, RevisitArticles.Said> {
    private final MeterRegistry meters;
    private final Conservation conservation;
    private final Stretch stretch;
    private Dated<RevisionSet> revisions;
    private VetoedOutlets outlets;

    /**
     * How far one request goes at most.
     *
     * @param lookedAt articles of any outlet
     * @param changed articles that are told anew: each may be tagged, and asks its neighbours
     */
    record Stretch(int lookedAt, int changed) {
        /** Some tens of milliseconds. */
        static final Stretch USUAL = new Stretch(1_000, 50);
    }

    /** What becomes of a request. */
    sealed interface Said permits Decided, Onward {}

    /** The same request, for what lies behind the article that it is keyed by. */
    record Onward(Retag request) implements Said {}

    RevisitArticles(MeterRegistry meters, Conservation conservation, Stretch stretch) {
        this.meters = meters;
        this.conservation = conservation;
        this.stretch = stretch;
    }

    @Override
    public void init(ProcessorContext<String, Said> context) {
        super.init(context);
        revisions = Dated.of(context.getStateStore(KeepRevisions.STORE));
        outlets = VetoedOutlets.of(context);
    }

    @Override
    public void process(Record<String, Retag> record) {
        var request = record.value();
        var outlet = Objects.requireNonNull(request.outlet());
        Map<String, RevisionSet> otherwise = new LinkedHashMap<>();
        var next = look(record.key(), outlet, otherwise);
        if (next != null) {
            context().forward(record.withKey(next).withValue(new Onward(request)));
        }
        otherwise.forEach((article, set) -> tell(record, article, set));
    }

    /** Returns the article where the next look begins; null if this was the last. */
    private @Nullable String look(String from, String outlet, Map<String, RevisionSet> otherwise) {
        var looked = 0;
        try (var all = revisions.from(from)) {
            while (all.hasNext()) {
                var entry = all.next();
                if (looked++ == stretch.lookedAt() || otherwise.size() == stretch.changed()) {
                    return entry.key;
                }
                var set = entry.value.value();
                if (isOf(outlet, set) && outlets.hide(entry.key) != outlets.veto(set)) {
                    otherwise.put(entry.key, set);
                }
            }
        }
        return null;
    }

    private static boolean isOf(String outlet, RevisionSet set) {
        return set.current().map(Revision::outlet).filter(outlet::equals).isPresent();
    }

    private void tell(Record<String, Retag> record, String article, RevisionSet set) {
        var hidden = outlets.veto(set);
        outlets.hide(article, hidden);
        conservation.of(context()).articleMoves(VetoedOutlets.state(set, !hidden), VetoedOutlets.state(set, hidden));
        meters.counter("pointwatch_articles_revisited_total", "outcome", hidden ? "vetoed" : "allowed")
                .increment();
        var current = hidden ? null : set.current().orElse(null);
        context().forward(record.withKey(article).withValue(new Decided(current)));
    }
}
