// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.story.StoryMessage.Kind;
import org.pointwatch.domain.story.StoryState.Neighbour;

/**
 * Walks articles by (event time, id): an article is an original exactly if no earlier original matches it, else it
 * belongs to the earliest original that does. Each article decides from what its earlier neighbours say and tells its
 * later neighbours when that changes; messages that change anything go strictly forward in time, so it ends.
 */
public final class StoryWalk {
    private final StoryLinks links;
    private final List<Addressed> out = new ArrayList<>();
    private StoryState state;

    /** A message and the article it is for. */
    public record Addressed(String to, StoryMessage message) {}

    /** The state after an event, and what must be told to whom. */
    public record Step(StoryState state, List<Addressed> messages) {}

    private StoryWalk(StoryState state, StoryLinks links) {
        this.state = state;
        this.links = links;
    }

    public static Step step(StoryState state, StoryEvent event, StoryLinks links) {
        var walk = new StoryWalk(state, links);
        walk.handle(event);
        return new Step(walk.state, List.copyOf(walk.out));
    }

    private void handle(StoryEvent event) {
        if (event instanceof StoryEvent.Known known) {
            state = state.known(known.time(), known.outlet());
            place();
        } else if (event instanceof StoryEvent.Withdrawn) {
            state = state.withdrawn();
            place();
        } else if (event instanceof StoryEvent.Shares shares) {
            meet(shares);
        } else if (event instanceof StoryEvent.Told told) {
            hear(told.message());
        }
    }

    private void meet(StoryEvent.Shares shares) {
        for (var shared : shares.earlier()) {
            state = state.shared(shares.own(), shared.other(), shared.count());
        }
        for (var shared : shares.earlier()) {
            var other = shared.other();
            var similarity = state.similarity(other.article());
            if (similarity > 0) {
                neighbour(new Neighbour(other.article(), other.time(), other.outlet(), similarity, true, -1));
            }
        }
        place();
    }

    private void neighbour(Neighbour found) {
        var all = new ArrayList<>(state.earlier());
        var known =
                all.stream().filter(n -> n.article().equals(found.article())).findFirst();
        if (known.isPresent()) {
            var k = known.get();
            all.remove(k);
            all.add(new Neighbour(k.article(), k.time(), k.outlet(), found.similarity(), k.original(), k.version()));
        } else {
            all.add(found);
            tell(found.article(), Kind.FOLLOW, true);
        }
        all.sort(Comparator.comparing(Neighbour::time).thenComparing(Neighbour::article));
        state = state.withEarlier(List.copyOf(all));
    }

    private void hear(StoryMessage m) {
        switch (m.kind()) {
            case FOLLOW -> {
                links.addFollower(state.article(), m.from());
                tell(m.from(), Kind.STATE, state.original());
            }
            case STATE -> {
                state = state.withEarlier(state.earlier().stream()
                        .map(n -> n.article().equals(m.from()) && n.version() <= m.version() ? answered(n, m) : n)
                        .toList());
                place();
            }
            case JOIN -> join(m);
            case LEAVE -> leave(m);
            case MEMBER -> {
                if (m.from().equals(state.joined())) {
                    state = state.placed(state.original(), state.version(), state.joined(), m.yes());
                }
            }
        }
    }

    private static Neighbour answered(Neighbour n, StoryMessage m) {
        return new Neighbour(n.article(), n.time(), n.outlet(), n.similarity(), m.yes(), m.version());
    }

    /** Decides anew, and tells whoever must know if the answer is another one. */
    private void place() {
        var source = state.present()
                ? state.earlier().stream()
                        .filter(Neighbour::original)
                        .findFirst()
                        .orElse(null)
                : null;
        var original = state.present() && source == null;
        var before = state;
        var joined = source == null ? null : source.article();
        var sameOutlet = source != null && source.outlet().equals(state.outlet());
        var stays = Objects.equals(joined, before.joined());
        var version = original == before.original() ? before.version() : before.version() + 1;
        state = before.placed(original, version, joined, stays ? before.laterOfOutlet() || sameOutlet : sameOutlet);
        if (!stays) {
            moved(before.joined(), joined);
        }
        if (original != before.original()) {
            links.followers(state.article()).forEach(f -> tell(f, Kind.STATE, original));
        }
    }

    private void moved(@Nullable String from, @Nullable String to) {
        if (from != null) {
            tell(from, Kind.LEAVE, true);
        }
        if (to != null) {
            tell(to, Kind.JOIN, true);
        }
    }

    /** A member of another outlet than the original's is a copy if it is its outlet's first, else an update. */
    private void join(StoryMessage m) {
        if (m.outlet().equals(state.outlet())) {
            return;
        }
        var before = links.firstTwo(state.article(), m.outlet());
        links.addMember(state.article(), m.outlet(), new StoryLinks.Member(m.time(), m.from()));
        var after = links.firstTwo(state.article(), m.outlet());
        var first = after.get(0);
        if (!first.article().equals(m.from())) {
            tell(m.from(), Kind.MEMBER, true);
        } else if (!before.isEmpty() && !before.get(0).article().equals(m.from())) {
            tell(before.get(0).article(), Kind.MEMBER, true);
        }
    }

    private void leave(StoryMessage m) {
        var before = links.firstTwo(state.article(), m.outlet());
        links.removeMember(state.article(), m.outlet(), new StoryLinks.Member(m.time(), m.from()));
        var wasFirst = !before.isEmpty() && before.get(0).article().equals(m.from());
        if (wasFirst && before.size() > 1) {
            tell(before.get(1).article(), Kind.MEMBER, false);
        }
    }

    private void tell(String to, Kind kind, boolean yes) {
        var message = new StoryMessage(kind, state.article(), state.version(), yes, state.time(), state.outlet());
        out.add(new Addressed(to, message));
    }
}
