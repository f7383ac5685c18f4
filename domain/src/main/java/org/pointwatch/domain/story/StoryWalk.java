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
    private static final Comparator<Neighbour> IN_ORDER =
            Comparator.comparing(Neighbour::time).thenComparing(Neighbour::article);

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
            know(known);
        } else if (event instanceof StoryEvent.Withdrawn) {
            state = state.withdrawn();
            place();
        } else if (event instanceof StoryEvent.Shares shares) {
            meet(shares);
        } else if (event instanceof StoryEvent.Told told) {
            hear(told.message());
        }
    }

    /** An article whose time or outlet is another than before leaves its story under the old and joins it under the new. */
    private void know(StoryEvent.Known known) {
        var moves = !known.time().equals(state.time()) || !known.outlet().equals(state.outlet());
        var joined = state.joined();
        if (moves && joined != null) {
            tell(joined, Kind.LEAVE, true);
            state = state.placed(state.original(), state.version(), null, false);
        }
        state = state.known(known.time(), known.outlet());
        if (moves && state.original()) {
            tellFollowers();
        }
        place();
    }

    private void meet(StoryEvent.Shares shares) {
        state = state.shared(shares.own(), shares.earlier()).withoutForgotten();
        var neighbours = new ArrayList<>(state.earlier());
        for (var shared : shares.earlier()) {
            var other = shared.other();
            var similarity = state.similarity(other.article());
            if (similarity > 0) {
                neighbour(
                        neighbours, new Neighbour(other.article(), other.time(), other.outlet(), similarity, true, -1));
            }
        }
        state = state.withEarlier(neighbours.stream().sorted(IN_ORDER).toList());
        place();
    }

    private void neighbour(List<Neighbour> all, Neighbour found) {
        for (var i = 0; i < all.size(); i++) {
            var k = all.get(i);
            if (k.article().equals(found.article())) {
                all.set(
                        i,
                        new Neighbour(
                                k.article(), k.time(), k.outlet(), found.similarity(), k.original(), k.version()));
                return;
            }
        }
        all.add(found);
        tell(found.article(), Kind.FOLLOW, true);
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
                        .sorted(IN_ORDER)
                        .toList());
                place();
            }
            case JOIN -> join(m);
            case LEAVE -> leave(m);
            case MEMBER -> {
                if (m.from().equals(state.joined())) {
                    var later =
                            m.yes() || state.source().filter(this::ofOwnOutlet).isPresent();
                    state = state.placed(state.original(), state.version(), state.joined(), later);
                }
            }
        }
    }

    /** An original knows its own time and outlet best; one that is not known yet has none to tell. */
    private static Neighbour answered(Neighbour n, StoryMessage m) {
        var time = m.yes() ? m.time() : n.time();
        var outlet = m.yes() ? m.outlet() : n.outlet();
        return new Neighbour(n.article(), time, outlet, n.similarity(), m.yes(), m.version());
    }

    private boolean ofOwnOutlet(Neighbour n) {
        return n.outlet().equals(state.outlet());
    }

    /** Only who is earlier is listened to, even if times changed since the two met: two that wait for each other never end. */
    private boolean isEarlier(Neighbour n) {
        var byTime = n.time().compareTo(state.time());
        return byTime < 0 || (byTime == 0 && n.article().compareTo(state.article()) < 0);
    }

    /** Decides anew, and tells whoever must know if the answer is another one. */
    private void place() {
        var source = state.present()
                ? state.earlier().stream()
                        .filter(n -> n.original() && isEarlier(n))
                        .findFirst()
                        .orElse(null)
                : null;
        var original = state.present() && source == null;
        var before = state;
        var joined = source == null ? null : source.article();
        var sameOutlet = source != null && ofOwnOutlet(source);
        var stays = Objects.equals(joined, before.joined());
        var version = original == before.original() ? before.version() : before.version() + 1;
        state = before.placed(original, version, joined, stays ? before.laterOfOutlet() || sameOutlet : sameOutlet);
        if (!stays) {
            moved(before.joined(), joined);
        }
        if (original != before.original()) {
            tellFollowers();
        }
    }

    private void tellFollowers() {
        links.followers(state.article()).forEach(f -> tell(f, Kind.STATE, state.original()));
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

    /** Who was told to be later of its outlet is told no, for it may be back before it hears anything else. */
    private void leave(StoryMessage m) {
        var before = links.firstTwo(state.article(), m.outlet());
        links.removeMember(state.article(), m.outlet(), new StoryLinks.Member(m.time(), m.from()));
        if (before.isEmpty() || m.outlet().equals(state.outlet())) {
            return;
        }
        if (!before.get(0).article().equals(m.from())) {
            tell(m.from(), Kind.MEMBER, false);
        } else if (before.size() > 1) {
            tell(before.get(1).article(), Kind.MEMBER, false);
        }
    }

    private void tell(String to, Kind kind, boolean yes) {
        var message = new StoryMessage(kind, state.article(), state.version(), yes, state.time(), state.outlet());
        out.add(new Addressed(to, message));
    }
}
