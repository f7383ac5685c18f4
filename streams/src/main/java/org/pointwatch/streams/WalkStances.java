// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.stance.ledger.LedgerStance;
import org.pointwatch.domain.stance.ledger.StanceKey;
import org.pointwatch.domain.stance.ledger.StanceStatement;
import org.pointwatch.domain.stance.ledger.StanceWalk;
import org.pointwatch.wire.record.Stance;

/**
 * Keeps what articles say of where each actor stands on each point, walks it again when it changes, and passes on the stances
 * that have become others; null for one that nothing supports any more. News are gathered for half a second, and for longer where
 * much has to be walked.
 *
 * <p>Statements are dropped by wall clock like all state, the earliest of an actor and a point first, and what they made is
 * settled: the walk goes on from there, and what was published stays.
 */
final class WalkStances extends ContextualProcessor<String, Stood, String, @Nullable Stance> {
    static final String MENTIONS = "stance-mentions";
    static final String STATES = "stance-states";
    static final String CHANGED = "changed-stances";

    /** Articles of one actor and point that are walked: the latest by (event time, id), since the latest decides. */
    static final int MOST_ARTICLES = 20_000;

    /** It rests for so long after it was walked, a second for ten thousand articles. */
    private static final int ARTICLES_A_MILLISECOND = 10;

    private final MeterRegistry meters;
    private final int mostArticles;
    private final Counter capped;
    private final Map<String, Long> rests = new HashMap<>();
    private Dated<List<StanceStatement>> mentions;
    private KeyValueStore<String, Kept> states;
    private KeyValueStore<String, byte[]> changed;

    /**
     * What is kept of one actor and point.
     *
     * @param published null if nothing is, or no more
     * @param settled what statements that are no longer kept had made; null while all are
     */
    record Kept(@Nullable LedgerStance published, @Nullable LedgerStance settled) {
        static final Kept NOTHING = new Kept(null, null);
    }

    WalkStances(MeterRegistry meters) {
        this(meters, MOST_ARTICLES);
    }

    WalkStances(MeterRegistry meters, int mostArticles) {
        this.meters = meters;
        this.mostArticles = mostArticles;
        this.capped = Counter.builder("pointwatch_stance_walks_capped_total")
                .description("walks that left the earlier articles about an actor and a point out")
                .register(meters);
    }

    @Override
    public void init(ProcessorContext<String, @Nullable Stance> context) {
        super.init(context);
        mentions = Dated.of(context.getStateStore(MENTIONS));
        states = context.getStateStore(STATES);
        changed = context.getStateStore(CHANGED);
        rests.clear();
        context.schedule(StreamsSettings.POST_EVERY, PunctuationType.WALL_CLOCK_TIME, this::look);
        var expiry = new Expiry<>(MENTIONS, mentions, (key, since) -> !first(key), this::settle, meters);
        context.schedule(Expiry.EVERY, PunctuationType.WALL_CLOCK_TIME, expiry::look);
    }

    @Override
    public void process(Record<String, Stood> record) {
        var stood = record.value();
        var key = stood.key().text();
        if (stood.before() != null) {
            var before = StatementKey.of(key, stood.before(), stood.article());
            if (mentions.get(before) == null) {
                meters.counter("pointwatch_news_of_settled_stances_total").increment();
                return;
            }
            mentions.delete(before);
        }
        if (!stood.statements().isEmpty()) {
            var now = StatementKey.of(key, stood.statements().get(0).at(), stood.article());
            mentions.put(now, stood.statements(), context().currentSystemTimeMs());
        }
        changed.put(key, new byte[0]);
    }

    private void look(long wallClock) {
        var due = new TreeSet<String>();
        try (var all = changed.all()) {
            all.forEachRemaining(one -> due.add(one.key));
        }
        for (var key : due) {
            if (rests.getOrDefault(key, 0L) <= wallClock) {
                walk(key, wallClock);
                changed.delete(key);
            }
        }
        rests.values().removeIf(until -> until <= wallClock);
    }

    private void walk(String key, long wallClock) {
        var kept = Objects.requireNonNullElse(states.get(key), Kept.NOTHING);
        var now = StanceWalk.walk(StanceKey.parse(key), kept.settled(), said(key, wallClock))
                .orElse(null);
        if (Objects.equals(now, kept.published())) {
            return;
        }
        keep(key, new Kept(now, kept.settled()));
        context().forward(new Record<>(key, now == null ? null : StanceRecord.of(now), wallClock));
    }

    private void keep(String key, Kept kept) {
        if (kept.equals(Kept.NOTHING)) {
            states.delete(key);
        } else {
            states.put(key, kept);
        }
    }

    private List<StanceStatement> said(String key, long wallClock) {
        var latest = new ArrayDeque<List<StanceStatement>>();
        var articles = 0;
        try (var found = mentions.under(StatementKey.prefix(key))) {
            for (; found.hasNext(); articles++) {
                latest.add(found.next().value.value());
                if (latest.size() > mostArticles) {
                    latest.removeFirst();
                }
            }
        }
        if (articles > mostArticles) {
            capped.increment();
        }
        rests.put(key, wallClock + articles / ARTICLES_A_MILLISECOND);
        var said = new ArrayList<StanceStatement>();
        latest.forEach(said::addAll);
        said.sort(StanceStatement.ORDER);
        return said;
    }

    private boolean first(String mentionKey) {
        try (var found = mentions.under(StatementKey.prefix(StatementKey.binding(mentionKey)))) {
            return found.hasNext() && found.peekNextKey().equals(mentionKey);
        }
    }

    private void settle(String mentionKey) {
        var said = mentions.get(mentionKey);
        if (said != null) {
            var key = StatementKey.binding(mentionKey);
            var kept = Objects.requireNonNullElse(states.get(key), Kept.NOTHING);
            var sorted = said.stream().sorted(StanceStatement.ORDER).toList();
            var settled = StanceWalk.walk(StanceKey.parse(key), kept.settled(), sorted)
                    .orElse(null);
            keep(key, new Kept(kept.published(), settled));
            mentions.delete(mentionKey);
        }
    }
}
