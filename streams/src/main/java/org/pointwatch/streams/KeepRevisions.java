// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.article.RevisionSet;
import org.pointwatch.domain.article.RevisionSet.Added;
import org.pointwatch.domain.article.RevisionSet.Arrival;
import org.pointwatch.streams.Conservation.Line;
import org.pointwatch.wire.DeadLetter;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;

/**
 * Adds each arriving revision to its article's set and tells what became of the article. A revision from beyond the
 * horizon changes nothing and is kept aside. An article of a vetoed outlet is kept like any other, and told as if withdrawn.
 */
final class KeepRevisions extends ContextualProcessor<String, @Nullable Revision, String, KeepRevisions.Said> {
    static final String STORE = "revisions";

    private static final String STAGE = "keep-revisions";

    private final MeterRegistry meters;
    private final Conservation conservation;
    private Dated<RevisionSet> sets;
    private VetoedOutlets outlets;

    /** What is said of a revision. */
    sealed interface Said permits ArticleChange, Aside {}

    /** A revision that does not count, as its bytes; why stands in the record's headers. */
    record Aside(byte[] revision) implements Said {}

    KeepRevisions(MeterRegistry meters, Conservation conservation) {
        this.meters = meters;
        this.conservation = conservation;
    }

    @Override
    public void init(ProcessorContext<String, Said> context) {
        super.init(context);
        sets = Dated.of(context.getStateStore(STORE));
        outlets = VetoedOutlets.of(context);
        Dated<PostLedger.Entry> ledger = Dated.of(context.getStateStore(PostLedger.ENTRIES));
        var expiry = new Expiry<>(STORE, sets, (key, since) -> ledger.get(key) != null, this::forget, meters);
        context.schedule(Expiry.EVERY, PunctuationType.WALL_CLOCK_TIME, expiry::look);
    }

    @Override
    public void process(Record<String, @Nullable Revision> record) {
        var revision = record.value();
        if (revision == null) {
            count("tombstone", Line.REFUSED);
            return;
        }
        AcceptableRevision.check(record.key(), revision);
        var before = Objects.requireNonNullElse(sets.get(record.key()), RevisionSet.NONE);
        var added = PoisonException.computing(STAGE, () -> before.add(revision));
        count(added.arrival().name().toLowerCase(Locale.ROOT).replace('_', '-'), account(added.arrival()));
        if (added.arrival() == Arrival.BEYOND_HORIZON && !before.has(revision)) {
            keepAside(record, revision);
        }
        if (!added.set().equals(before)) {
            sets.put(record.key(), added.set(), context().currentSystemTimeMs());
            tell(record, revision, before, added);
        }
    }

    private void tell(Record<String, @Nullable Revision> record, Revision revision, RevisionSet before, Added added) {
        var again = !before.equals(RevisionSet.NONE);
        var wasHidden = again && outlets.hide(record.key());
        var hidden = outlets.veto(added.set());
        var books = conservation.of(context());
        books.articleMoves(null, again ? null : Line.KNOWN);
        books.articleMoves(VetoedOutlets.state(before, wasHidden), VetoedOutlets.state(added.set(), hidden));
        if (hidden != wasHidden) {
            outlets.hide(record.key(), hidden);
        }
        var shown = shown(added.set(), hidden);
        var kept = added.set().current();
        var timed = added.set().best().stream().findFirst().orElse(revision);
        context()
                .forward(record.withValue(new ArticleChange(
                        revision,
                        shown.orElse(null),
                        timed,
                        !shown.equals(shown(before, wasHidden)),
                        kept.orElse(null),
                        !kept.equals(before.current()),
                        again)));
    }

    private static Optional<Revision> shown(RevisionSet set, boolean hidden) {
        return hidden ? Optional.empty() : set.current();
    }

    private void forget(String article) {
        sets.delete(article);
        outlets.hide(article, false);
    }

    private void keepAside(Record<String, @Nullable Revision> record, Revision r) {
        var reason = "beyond-horizon: fetched %s, but the article was first seen %s and changes count for %d days"
                .formatted(r.fetched(), r.firstSeen(), EventTime.HORIZON.toDays());
        var origin = context()
                .recordMetadata()
                .map(at -> DeadLetter.origin(at.topic(), at.partition(), at.offset()))
                .orElse("");
        var headers = new RecordHeaders(DeadLetter.headers(STAGE, reason, origin));
        var bytes = JsonSerde.of(Topics.ARTICLES).encode(r);
        context().forward(new Record<>(record.key(), new Aside(bytes), record.timestamp(), headers));
    }

    private static Line account(Arrival arrival) {
        return switch (arrival) {
            case NEW -> Line.COUNTED;
            case SEEN_BEFORE -> Line.SEEN_BEFORE;
            case BEYOND_HORIZON -> Line.EXPIRED;
        };
    }

    private void count(String arrival, Line account) {
        meters.counter("pointwatch_revisions_total", "arrival", arrival).increment();
        conservation.of(context()).recordIs(account);
    }
}
