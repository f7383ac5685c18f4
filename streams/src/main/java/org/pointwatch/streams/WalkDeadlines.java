// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.pointwatch.domain.deadline.ledger.Binding;
import org.pointwatch.domain.deadline.ledger.DeadlineWalk;
import org.pointwatch.domain.deadline.ledger.DeadlineWalk.Ignored;
import org.pointwatch.domain.deadline.ledger.LedgerDeadline;
import org.pointwatch.domain.deadline.ledger.Statement;

/**
 * Keeps what articles say of the deadlines of each binding, walks it again when it changes or when the clock reaches the end
 * of an open deadline, and passes on the deadlines that have become others. News of a binding are gathered for half a second,
 * and for longer where much has to be walked.
 *
 * <p>Statements are dropped by wall clock like all state, the earliest of a binding first, and what they made is settled:
 * the walk goes on from there, and what was published stays.
 */
final class WalkDeadlines extends ContextualProcessor<String, Stated, String, DeadlineChange> {
    static final String STATEMENTS = "deadline-statements";
    static final String STATES = "deadline-states";
    static final String CHANGED = "changed-bindings";

    /** Articles of one binding that are walked: the earliest by (event time, id). */
    static final int MOST_ARTICLES = 20_000;

    /** A binding rests for so long after it was walked, a second for ten thousand articles: see {@code WalkDeadlinesTest}. */
    private static final int ARTICLES_A_MILLISECOND = 10;

    private final Clock clock;
    private final MeterRegistry meters;
    private final int mostArticles;
    private final Counter capped;
    private final Map<String, Instant> ends = new HashMap<>();
    private final Map<String, Long> rests = new HashMap<>();
    private final Map<String, Map<Ignored, Integer>> ignored = new HashMap<>();
    private Dated<List<Statement>> statements;
    private KeptDeadlines states;
    private KeyValueStore<String, Binding> changed;

    WalkDeadlines(Clock clock, MeterRegistry meters) {
        this(clock, meters, MOST_ARTICLES);
    }

    WalkDeadlines(Clock clock, MeterRegistry meters, int mostArticles) {
        this.clock = clock;
        this.meters = meters;
        this.mostArticles = mostArticles;
        this.capped = Counter.builder("pointwatch_deadline_walks_capped_total")
                .description("walks that left the later articles about the deadlines of one binding out")
                .register(meters);
    }

    @Override
    public void init(ProcessorContext<String, DeadlineChange> context) {
        super.init(context);
        statements = Dated.of(context.getStateStore(STATEMENTS));
        states = new KeptDeadlines(context.getStateStore(STATES));
        changed = context.getStateStore(CHANGED);
        ends.clear();
        rests.clear();
        ignored.clear();
        states.eachPublished(this::awaitEnd);
        context.schedule(StreamsSettings.POST_EVERY, PunctuationType.WALL_CLOCK_TIME, this::look);
        var expiry = new Expiry<>(STATEMENTS, statements, (key, since) -> !first(key), this::settle, meters);
        context.schedule(Expiry.EVERY, PunctuationType.WALL_CLOCK_TIME, expiry::look);
    }

    @Override
    public void process(Record<String, Stated> record) {
        var stated = record.value();
        var key = stated.binding().key();
        if (stated.before() != null) {
            var before = StatementKey.of(key, stated.before(), stated.article());
            if (statements.get(before) == null) {
                meters.counter("pointwatch_news_of_settled_deadlines_total").increment();
                return;
            }
            statements.delete(before);
        }
        if (!stated.statements().isEmpty()) {
            var now = StatementKey.of(key, stated.statements().get(0).at(), stated.article());
            statements.put(now, stated.statements(), context().currentSystemTimeMs());
        }
        changed.put(key, stated.binding());
    }

    private void look(long wallClock) {
        var now = clock.instant();
        for (var due : due(now).entrySet()) {
            if (rests.getOrDefault(due.getKey(), 0L) <= wallClock) {
                walk(due.getKey(), due.getValue(), now, wallClock);
                changed.delete(due.getKey());
            }
        }
    }

    /** Where something was said, or an open deadline has ended. */
    private Map<String, Binding> due(Instant now) {
        var due = new TreeMap<String, Binding>();
        try (var all = changed.all()) {
            all.forEachRemaining(one -> due.put(one.key, one.value));
        }
        ends.forEach((key, end) -> {
            if (!end.isAfter(now)) {
                due.computeIfAbsent(key, Binding::parse);
            }
        });
        return due;
    }

    private void walk(String key, Binding binding, Instant now, long wallClock) {
        var kept = states.of(key);
        var outcome = DeadlineWalk.walk(binding, kept.settled(), said(key, wallClock), kept.published(), now);
        ends.remove(key);
        for (var deadline : outcome.deadlines()) {
            awaitEnd(deadline);
            var before = kept.published(deadline.id());
            if (!deadline.equals(before)) {
                states.publish(kept, deadline);
                context().forward(new Record<>(deadline.id(), new DeadlineChange(before, deadline), wallClock));
            }
        }
        for (var id : outcome.gone()) {
            states.forget(kept, id);
            context().forward(new Record<>(id, new DeadlineChange(kept.published(id), null), wallClock));
        }
        count(key, outcome.ignored());
    }

    private List<Statement> said(String key, long wallClock) {
        var said = new ArrayList<Statement>();
        var articles = 0;
        try (var found = statements.under(StatementKey.prefix(key))) {
            for (; found.hasNext() && articles < mostArticles; articles++) {
                said.addAll(found.next().value.value());
            }
            if (found.hasNext()) {
                capped.increment();
            }
        }
        rests.put(key, wallClock + articles / ARTICLES_A_MILLISECOND);
        said.sort(Statement.ORDER);
        return said;
    }

    private void awaitEnd(LedgerDeadline deadline) {
        if (deadline.status().open()) {
            ends.merge(deadline.binding().key(), deadline.when().end(), (a, b) -> a.isBefore(b) ? a : b);
        }
    }

    /** Statements that make no deadline, each once for as long as the task is here. */
    private void count(String key, Map<Ignored, Integer> now) {
        var before = ignored.getOrDefault(key, Map.of());
        now.forEach((why, n) -> {
            var more = n - before.getOrDefault(why, 0);
            if (more > 0) {
                var reason = why.name().toLowerCase(Locale.ROOT);
                meters.counter("pointwatch_deadline_mentions_ignored_total", "reason", reason)
                        .increment(more);
            }
        });
        if (now.isEmpty()) {
            ignored.remove(key);
        } else {
            ignored.put(key, now);
        }
    }

    private boolean first(String statementKey) {
        try (var found = statements.under(StatementKey.prefix(StatementKey.binding(statementKey)))) {
            return found.hasNext() && found.peekNextKey().equals(statementKey);
        }
    }

    private void settle(String statementKey) {
        var said = statements.get(statementKey);
        if (said != null) {
            var key = StatementKey.binding(statementKey);
            var kept = states.of(key);
            states.settle(kept, DeadlineWalk.settle(Binding.parse(key), kept.settled(), said));
            statements.delete(statementKey);
        }
    }
}
