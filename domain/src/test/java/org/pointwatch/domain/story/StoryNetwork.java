// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.pointwatch.domain.story.RandomWorld.Arrival;

/** Articles that tell each other things; messages keep their order from one sender to one receiver, and no other. */
final class StoryNetwork {
    private static final int ENDLESS = 500_000;

    final InMemoryLinks links = new InMemoryLinks();
    final Map<String, StoryState> states = new TreeMap<>();
    private final Map<String, Deque<Arrival>> channels = new TreeMap<>();
    private final Random random;
    private int steps;

    StoryNetwork(Random random) {
        this.random = random;
    }

    /** Lets everything arrive and every message be heard, in a random order. */
    void run(List<List<Arrival>> sources) {
        var eager = random.nextDouble();
        var waiting = new ArrayList<Deque<Arrival>>();
        sources.forEach(s -> waiting.add(new ArrayDeque<>(s)));
        while (!waiting.isEmpty() || !channels.isEmpty()) {
            if (channels.isEmpty() || (!waiting.isEmpty() && random.nextDouble() < eager)) {
                var source = waiting.get(random.nextInt(waiting.size()));
                handle(source.remove());
                waiting.removeIf(Deque::isEmpty);
            } else {
                deliver();
            }
        }
    }

    StoryState state(String article) {
        return states.computeIfAbsent(article, StoryState::unknown);
    }

    /** Handles an event at once, and leaves what it causes in the channels. */
    void handle(Arrival arrival) {
        if (++steps > ENDLESS) {
            throw new AssertionError("it does not end");
        }
        var step = StoryWalk.step(state(arrival.article()), arrival.event(), links);
        states.put(arrival.article(), step.state());
        for (var m : step.messages()) {
            channels.computeIfAbsent(m.message().from() + ">" + m.to(), c -> new ArrayDeque<>())
                    .add(new Arrival(m.to(), new StoryEvent.Told(m.message())));
        }
    }

    /** Lets one message be heard, if any is on its way. */
    void deliver() {
        if (channels.isEmpty()) {
            return;
        }
        var name = channels.keySet().stream()
                .skip(random.nextInt(channels.size()))
                .findFirst()
                .orElseThrow();
        var channel = channels.get(name);
        var arrival = channel.remove();
        if (channel.isEmpty()) {
            channels.remove(name);
        }
        handle(arrival);
    }
}
