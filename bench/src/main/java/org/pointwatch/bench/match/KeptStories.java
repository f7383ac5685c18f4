// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.match;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.pointwatch.domain.dedup.Match.Matches;
import org.pointwatch.domain.story.StoryEvent;
import org.pointwatch.domain.story.StoryState;
import org.pointwatch.domain.story.StoryWalk;
import org.pointwatch.domain.story.StoryWalk.Addressed;

/** Every article's place in its story; messages between articles are delivered at once. */
final class KeptStories {
    private final Map<String, StoryState> states = new HashMap<>();
    private final KeptLinks links = new KeptLinks();
    private final Queue<Addressed> messages = new ArrayDeque<>();
    private long delivered;

    void know(String article, StoryEvent.Known known) {
        happened(article, known);
    }

    void find(Matches matches) {
        happened(matches.article(), new StoryEvent.Found(matches));
    }

    /** Messages so far. */
    long delivered() {
        return delivered;
    }

    private void happened(String article, StoryEvent event) {
        step(article, event);
        while (!messages.isEmpty()) {
            var next = messages.remove();
            delivered++;
            step(next.to(), new StoryEvent.Told(next.message()));
        }
    }

    private void step(String article, StoryEvent event) {
        var before = Objects.requireNonNullElseGet(states.get(article), () -> StoryState.unknown(article));
        var step = StoryWalk.step(before, event, links);
        states.put(article, step.state());
        messages.addAll(step.messages());
    }
}
