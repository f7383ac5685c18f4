// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.article.RevisionSet;
import org.pointwatch.wire.record.Retag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings back articles that are to be tagged again, as they are kept here: no text travels, and an edit that came first
 * wins. A task may be asked before the new dossier has reached it, because that comes another way; it then puts the
 * request off by sending it through the topic once more, so that a topic read to its end means that all is done.
 */
final class RecallArticles extends ContextualProcessor<String, Retag, String, RecallArticles.Said> {
    /** A lap takes a commit at least: a minute, where a dossier takes a moment. */
    static final int MOST_LAPS = 300;

    private static final Logger LOG = LoggerFactory.getLogger(RecallArticles.class);

    private final String dossier;
    private final LongSupplier dossiersRead;
    private final MeterRegistry meters;
    private Dated<RevisionSet> revisions;
    private Dated<PostLedger.Entry> ledger;
    private VetoedOutlets outlets;
    private long givenUp = -1;

    /** What becomes of a request. */
    sealed interface Said {}

    /**
     * An article to be tagged again.
     *
     * @param madeWith version of the dossier that its last findings were made with, null if there are none
     * @param asked the version that was asked for
     */
    record Recalled(Revision current, @Nullable String madeWith, String asked) implements Said, Tag.Wanted {}

    /** The request, for later. */
    record PutOff(Retag request) implements Said {}

    /**
     * @param dossier id of the dossier that the topology follows
     * @param dossiersRead offset of the last record of {@code dossiers} that is at hand here
     */
    RecallArticles(String dossier, LongSupplier dossiersRead, MeterRegistry meters) {
        this.dossier = dossier;
        this.dossiersRead = dossiersRead;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Said> context) {
        super.init(context);
        revisions = Dated.of(context.getStateStore(KeepRevisions.STORE));
        ledger = Dated.of(context.getStateStore(PostLedger.ENTRIES));
        outlets = VetoedOutlets.of(context);
    }

    @Override
    public void process(Record<String, Retag> record) {
        var request = record.value();
        if (request == null || record.key() == null) {
            count("empty");
        } else if (!request.dossier().equals(dossier)) {
            count("other-dossier");
        } else if (dossiersRead.getAsLong() < request.position()) {
            putOff(record, request);
        } else {
            recall(record, request);
        }
    }

    private void putOff(Record<String, Retag> record, Retag request) {
        if (request.laps() < MOST_LAPS) {
            count("put-off");
            context().forward(record.withValue(new PutOff(request.putOff())));
            return;
        }
        count("given-up");
        if (givenUp != request.position()) {
            givenUp = request.position();
            LOG.warn(
                    "articles from {} on are not tagged again: dossier {} as {} has not come (offset {} of dossiers, which"
                            + " are read to {}); apply it with --retag once more",
                    record.key(),
                    dossier,
                    request.version(),
                    givenUp,
                    dossiersRead.getAsLong());
        }
    }

    private void recall(Record<String, Retag> record, Retag request) {
        var set = revisions.get(record.key());
        if (set == null) {
            count("unknown");
            return;
        }
        var current = set.current();
        if (current.isEmpty()) {
            count("withdrawn");
            return;
        }
        if (outlets.hide(record.key())) {
            count("vetoed");
            return;
        }
        var entry = ledger.get(record.key());
        var madeWith =
                entry == null || entry.facts() == null ? null : entry.facts().dossierVersion();
        context().forward(record.withValue(new Recalled(current.get(), madeWith, request.version())));
    }

    private void count(String outcome) {
        Tag.retags(meters, outcome).increment();
    }
}
