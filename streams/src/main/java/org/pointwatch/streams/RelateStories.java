// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.pointwatch.domain.article.RevisionSet;
import org.pointwatch.domain.story.StoryEvent;
import org.pointwatch.domain.story.StoryMessage;
import org.pointwatch.domain.story.StoryState;
import org.pointwatch.domain.story.StoryWalk;
import org.pointwatch.wire.record.Story;

/** Keeps each article's place in its story: says it where it changed, and passes on what other articles must know. */
final class RelateStories extends ContextualProcessor<String, StoryEvent, String, RelateStories.Said> {
    static final String STATES = "story-states";
    static final String FOUND = "story-matches";
    static final String LINKS = "story-links";

    private final MeterRegistry meters;
    private StoreStates states;
    private StoreLinks links;

    /** What is said of an article, or to one. */
    sealed interface Said {}

    /** The article's place in its story; empty once it is withdrawn. */
    record Placed(Optional<Story> story) implements Said {}

    /** A message to the article that the record is keyed by. */
    record Passed(StoryMessage message) implements Said {}

    RelateStories(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Said> context) {
        super.init(context);
        Dated<StoryState> dated = Dated.of(context.getStateStore(STATES));
        states = new StoreStates(dated, new StoreFound(context.getStateStore(FOUND)));
        links = new StoreLinks(context.getStateStore(LINKS));
        Dated<RevisionSet> revisions = Dated.of(context.getStateStore(KeepRevisions.STORE));
        var expiry = new Expiry<>(STATES, dated, revisions::touchedSince, this::forget, meters);
        context.schedule(Expiry.EVERY, PunctuationType.WALL_CLOCK_TIME, expiry::look);
    }

    @Override
    public void process(Record<String, StoryEvent> record) {
        links.begin();
        var stored = states.get(record.key());
        var before = stored == null ? StoryState.unknown(record.key()) : stored;
        var step = PoisonException.computing("relate-stories", () -> StoryWalk.step(before, record.value(), links));
        links.write();
        if (!step.state().equals(stored)) {
            states.put(stored, step.state(), context().currentSystemTimeMs());
        }
        for (var told : step.messages()) {
            context().forward(record.withKey(told.to()).withValue(new Passed(told.message())));
        }
        if (step.state().equals(before)) {
            return;
        }
        var place = story(step.state());
        if (!Objects.equals(place, story(before))) {
            place.ifPresent(this::count);
            context().forward(record.withValue(new Placed(place)));
        }
    }

    private void forget(String article) {
        expired(FOUND).increment(states.delete(article));
        expired(LINKS).increment(links.forget(article));
    }

    private Counter expired(String store) {
        return meters.counter("pointwatch_state_expired_total", "store", store);
    }

    private void count(Story story) {
        var kind = story.relation().name().toLowerCase(Locale.ROOT);
        meters.counter("pointwatch_verdicts_total", "kind", kind).increment();
    }

    static Optional<Story> story(StoryState s) {
        if (!s.present()) {
            return Optional.empty();
        }
        return Optional.of(s.source()
                .map(of -> new Story(
                        s.article(),
                        s.relation().ownStory() ? s.article() : of.article(),
                        s.relation(),
                        of.article(),
                        s.similarity().orElse(null),
                        Duration.between(of.time(), s.time()).toSeconds(),
                        s.relation().ownStory() ? null : of.article()))
                .orElseGet(() -> new Story(s.article(), s.article(), s.relation(), null, null, 0, null)));
    }
}
