// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.RevisionSet;
import org.pointwatch.domain.dossier.Facet;
import org.pointwatch.domain.ledger.Delta;
import org.pointwatch.domain.ledger.Posting;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.streams.Conservation.Line;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.Story;

/**
 * Keeps what each article has posted to coverage, reverses it when the article, its findings or its story change, and
 * posts anew. Deltas to one key are added up in a store and sent on together. What it says of deadlines, and of where actors
 * stand, goes the same way, but as a whole: what an article says now stands in the place of what it said.
 */
final class PostLedger extends ContextualProcessor<String, PostLedger.News, String, PostLedger.Posted> {
    static final String ENTRIES = "ledger";
    static final String PENDING = "pending-deltas";

    private final MeterRegistry meters;
    private final Conservation conservation;
    private Remembered<Entry> entries;
    private Dated<RevisionSet> revisions;
    private KeyValueStore<String, Delta> pending;

    /** What changed about an article. */
    sealed interface News {}

    /**
     * What was found in its current revision; empty once it is withdrawn.
     *
     * @param live whether the revision was fetched as it happened
     */
    record Found(Optional<Finding> finding, boolean live) implements News {}

    /** Its place in its story; empty once it is withdrawn. */
    record Placed(Optional<Story> story) implements News {}

    /** What follows from it for others. */
    sealed interface Posted {}

    /** To be added to coverage; the record is keyed by coverage key. */
    record Added(Delta delta) implements Posted {}

    /** To be walked with what others say of the deadlines of a binding, by which the record is keyed. */
    record Said(Stated stated) implements Posted {}

    /** To be walked with what others say of an actor and a point, by which the record is keyed. */
    record Stands(Stood stood) implements Posted {}

    /** What an article is known to contribute; what follows from it has been posted. */
    record Entry(@Nullable Facts facts, @Nullable Relation relation) {
        static final Entry NOTHING = new Entry(null, null);

        Entry with(News news) {
            if (news instanceof Found found) {
                return new Entry(
                        found.finding().map(f -> Facts.of(f, found.live())).orElse(null), relation);
            }
            var story = ((Placed) news).story();
            return new Entry(facts, story.map(Story::relation).orElse(null));
        }

        private @Nullable Line state() {
            if (facts == null && relation == null) {
                return null;
            }
            return facts == null || relation == null ? Line.WAITING : Line.POSTED;
        }

        /** Nothing until both the findings and the story are known. */
        @Nullable
        Posting posting() {
            return facts == null || relation == null
                    ? null
                    : new Posting(facts.bucket(), facts.outlet(), relation, facts.lines());
        }

        /** None until then, either. */
        List<Claim> claims() {
            return facts == null || relation == null ? List.of() : Stated.placed(facts.claims(), relation);
        }

        /** Nor these. */
        List<Stand> stands() {
            return facts == null || relation == null ? List.of() : Stood.placed(facts.stands(), relation);
        }
    }

    /**
     * The part of a posting that comes from the finding.
     *
     * @param dossierVersion of the finding; null in a store of an older build
     * @param claims what it says of deadlines, before its relation is known
     * @param stands what it says of where actors stand on points, likewise
     */
    record Facts(
            Instant bucket,
            String outlet,
            List<Posting.Line> lines,
            @Nullable String dossierVersion,
            List<Claim> claims,
            List<Stand> stands) {
        static Facts of(Finding f, boolean live) {
            var asked = f.facets() == null ? List.<String>of() : f.facets();
            var facets = new Posting.Facets(
                    asked.contains(Facet.LANGUAGE.id()) ? f.language() : null,
                    asked.contains(Facet.GROUP.id()) ? f.group() : null);
            var lines = Posting.lines(f.dossier(), f.points(), f.actors(), facets);
            return new Facts(
                    Target.bucket(f.eventTime()),
                    f.outlet(),
                    lines,
                    f.dossierVersion(),
                    Claim.of(f, live),
                    Stand.of(f));
        }
    }

    PostLedger(MeterRegistry meters, Conservation conservation) {
        this.meters = meters;
        this.conservation = conservation;
    }

    @Override
    public void init(ProcessorContext<String, Posted> context) {
        super.init(context);
        Dated<Entry> dated = Dated.of(context.getStateStore(ENTRIES));
        entries = new Remembered<>(dated);
        revisions = Dated.of(context.getStateStore(KeepRevisions.STORE));
        var expiry = new Expiry<>(ENTRIES, dated, revisions::touchedSince, entries::delete, meters);
        context.schedule(Expiry.EVERY, PunctuationType.WALL_CLOCK_TIME, expiry::look);
        pending = context.getStateStore(PENDING);
        context.schedule(StreamsSettings.POST_EVERY, PunctuationType.WALL_CLOCK_TIME, this::send);
    }

    @Override
    public void process(Record<String, News> record) {
        var before = Objects.requireNonNullElse(entries.get(record.key()), Entry.NOTHING);
        var after = PoisonException.computing("post-ledger", () -> before.with(record.value()));
        var deltas =
                PoisonException.computing("post-ledger", () -> Posting.difference(before.posting(), after.posting()));
        var stated = PoisonException.computing(
                "post-ledger", () -> Stated.between(record.key(), before.claims(), after.claims()));
        var stood = PoisonException.computing(
                "post-ledger", () -> Stood.between(record.key(), before.stands(), after.stands()));
        if (record.value() instanceof Found found) {
            found.finding().ifPresent(this::countCut);
        }
        if (after.equals(before)) {
            return;
        }
        if (before.equals(Entry.NOTHING) && record.value() instanceof Placed && revisions.get(record.key()) == null) {
            meters.counter("pointwatch_news_of_expired_articles_total").increment();
            return;
        }
        conservation.of(context()).articleMoves(before.state(), after.state());
        if (after.equals(Entry.NOTHING)) {
            entries.delete(record.key());
        } else {
            entries.put(record.key(), after, context().currentSystemTimeMs());
        }
        for (Map.Entry<String, Delta> delta : deltas.entrySet()) {
            var waiting = pending.get(delta.getKey());
            pending.put(delta.getKey(), waiting == null ? delta.getValue() : waiting.plus(delta.getValue()));
        }
        for (var said : stated) {
            context().forward(record.withKey(said.binding().key()).withValue(new Said(said)));
        }
        for (var stands : stood) {
            context().forward(record.withKey(stands.key().text()).withValue(new Stands(stands)));
        }
    }

    private void countCut(Finding f) {
        if (f.deadlines().size() > Claim.MOST) {
            meters.counter("pointwatch_deadline_mentions_ignored_total", "reason", "many")
                    .increment(f.deadlines().size() - Claim.MOST);
        }
        var stances = f.stances();
        if (stances != null && stances.size() > Stand.MOST) {
            meters.counter("pointwatch_stance_mentions_ignored_total", "reason", "many")
                    .increment(stances.size() - Stand.MOST);
        }
    }

    private void send(long wallClock) {
        try (var all = pending.all()) {
            while (all.hasNext()) {
                var next = all.next();
                pending.delete(next.key);
                if (!next.value.nothing()) {
                    context().forward(new Record<>(next.key, new Added(next.value), wallClock));
                }
            }
        }
    }
}
