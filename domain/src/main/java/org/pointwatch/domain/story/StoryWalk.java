// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.story.Neighbours.Neighbour;
import org.pointwatch.domain.story.StoryMessage.Kind;
import org.pointwatch.domain.story.StoryMessage.Place;
import org.pointwatch.domain.story.StoryState.Answer;

/**
 * Walks articles by (event time, id): an article is an original exactly if no earlier original matches it, else it
 * belongs to the earliest original that does. Each article asks its earlier neighbours one after the other, takes each for
 * an original until it hears otherwise, and is told when that changes; messages that change anything go strictly forward
 * in time, so it ends. An analyst's ruling comes before all that.
 */
public final class StoryWalk {
    private final StoryLinks links;
    private final List<Addressed> out = new ArrayList<>();
    private StoryState state;
    private @Nullable List<Neighbour> neighbours;

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
        } else if (event instanceof StoryEvent.Found found) {
            state = state.found(Neighbours.with(state.found(), found.matches()));
            place();
        } else if (event instanceof StoryEvent.Ruled ruled) {
            rule(ruled.ruling());
        } else if (event instanceof StoryEvent.Told told) {
            hear(told.message());
        }
    }

    /** An article whose time or outlet is another than before leaves its story under the old and joins it under the new. */
    private void know(StoryEvent.Known known) {
        var moves = !known.time().equals(state.time()) || !known.outlet().equals(state.outlet());
        var joined = state.joined();
        if (moves && joined != null) {
            tell(joined.article(), Kind.LEAVE);
            state = state.placed(state.version(), state.original(), null, false, state.paraphrased());
        }
        var original = state.original();
        state = state.known(known.time(), known.outlet());
        place();
        if (moves) {
            links.attached(state.article()).forEach(this::tellState);
        }
        if (moves && original == state.original()) {
            // Who has heard from it takes its word for its time; the others have been told already.
            links.followers(state.article()).forEach(this::tellState);
        }
    }

    private void rule(Ruling ruling) {
        if (!ruling.newerThan(state.ruling())) {
            return;
        }
        state = state.ruled(ruling);
        if (ruling.with() != null) {
            // Whoever has answered may have done so because it was followed, and then tells less of itself.
            tell(ruling.with(), Kind.ATTACH);
        }
        place();
    }

    private void hear(StoryMessage m) {
        switch (m.kind()) {
            case FOLLOW -> {
                links.addFollower(state.article(), m.from());
                tellUnlessOriginal(m.from());
            }
            case JOIN -> {
                join(m);
                tellUnlessOriginal(m.from());
            }
            case LEAVE -> leave(m);
            case ATTACH -> {
                links.addAttached(state.article(), m.from());
                tellState(m.from());
            }
            case STATE -> answered(m);
            case MEMBER -> {
                var joined = state.joined();
                if (joined != null && joined.article().equals(m.from())) {
                    state = state.later(m.yes() || joined.outlet().equals(state.outlet()));
                }
            }
        }
    }

    private void answered(StoryMessage m) {
        if (state.answer(m.from()).map(Answer::version).orElse(-1L) <= m.version()) {
            state = state.answered(new Answer(m.from(), m.version(), m.yes(), m.time(), m.story()));
            place();
        }
    }

    /** Decides anew, and tells whoever must know if the answer is another one. */
    private void place() {
        var before = state;
        var joined = state.present() ? story() : null;
        var original = state.present() && joined == null;
        var paraphrased = original && !isSplit() ? paraphrased() : null;
        var stays = joined != null
                && before.joined() != null
                && joined.article().equals(before.joined().article());
        var sameOutlet = joined != null && joined.outlet().equals(state.outlet());
        var later = stays ? before.laterOfOutlet() || sameOutlet : sameOutlet;
        var changed = original != before.original() || !Objects.equals(joined, before.joined());
        state = before.placed(before.version() + (changed ? 1 : 0), original, joined, later, paraphrased);
        moved(stays, before.joined(), joined);
        follow(paraphrased);
        if (original != before.original()) {
            links.followers(state.article()).forEach(this::tellState);
        }
        if (changed) {
            links.attached(state.article()).forEach(this::tellState);
        }
    }

    private boolean isSplit() {
        return state.ruling() != null && state.ruling().kind() == Ruling.Kind.SPLIT;
    }

    /** The original it belongs to; null if it is one. */
    private @Nullable Place story() {
        if (isSplit()) {
            return null;
        }
        var merged = merged();
        return merged != null ? merged : firstOriginal(true);
    }

    /** The story of the earlier article that an analyst has merged this one with. */
    private @Nullable Place merged() {
        var ruling = state.ruling();
        if (ruling == null || ruling.kind() != Ruling.Kind.MERGE || ruling.with() == null) {
            return null;
        }
        return state.answer(ruling.with())
                .filter(a -> a.version() >= 0 && state.after(a.time(), a.article()))
                .map(Answer::story)
                .filter(story -> !story.article().equals(state.article()))
                .orElse(null);
    }

    private @Nullable Place paraphrased() {
        return firstOriginal(false);
    }

    private @Nullable Place firstOriginal(boolean sameText) {
        return neighbours().stream()
                .filter(n -> n.verdict().sameText() == sameText && isEarlierOriginal(n))
                .findFirst()
                .map(Neighbour::place)
                .orElse(null);
    }

    private List<Neighbour> neighbours() {
        if (neighbours == null) {
            neighbours = Neighbours.of(state.found());
        }
        return neighbours;
    }

    /** An original knows its own time best; two that take each other for the earlier would never end. */
    private boolean isEarlierOriginal(Neighbour n) {
        var answer = state.answer(n.article());
        var said = answer.filter(a -> a.version() >= 0);
        return state.after(said.map(Answer::time).orElse(n.time()), n.article())
                && answer.map(Answer::original).orElse(true);
    }

    private void moved(boolean stays, @Nullable Place from, @Nullable Place to) {
        if (stays) {
            return;
        }
        if (from != null) {
            tell(from.article(), Kind.LEAVE);
        }
        if (to != null) {
            assume(to);
            tell(to.article(), Kind.JOIN);
        }
    }

    private void follow(@Nullable Place source) {
        if (source != null && state.answer(source.article()).isEmpty()) {
            assume(source);
            tell(source.article(), Kind.FOLLOW);
        }
    }

    private void assume(Place source) {
        if (state.answer(source.article()).isEmpty()) {
            state = state.answered(new Answer(source.article(), -1, true, source.time(), null));
        }
    }

    /** A member of another outlet than the original's is a copy if it is its outlet's first, else an update. */
    private void join(StoryMessage m) {
        if (m.outlet().equals(state.outlet())) {
            links.addFollower(state.article(), m.from());
            return;
        }
        var before = links.firstTwo(state.article(), m.outlet());
        links.addMember(state.article(), m.outlet(), new StoryLinks.Member(m.time(), m.from()));
        var first = links.firstTwo(state.article(), m.outlet()).get(0);
        if (!first.article().equals(m.from())) {
            tell(m.from(), Kind.MEMBER, true);
        } else if (!before.isEmpty() && !before.get(0).article().equals(m.from())) {
            tell(before.get(0).article(), Kind.MEMBER, true);
        }
    }

    /** Who was told to be later of its outlet is told no, for it may be back before it hears anything else. */
    private void leave(StoryMessage m) {
        var before = links.firstTwo(state.article(), m.outlet());
        links.addFollower(state.article(), m.from());
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

    private void tellUnlessOriginal(String to) {
        if (!state.original()) {
            tellState(to);
        }
    }

    private void tellState(String to) {
        tell(to, Kind.STATE, state.original());
    }

    private void tell(String to, Kind kind) {
        tell(to, kind, true);
    }

    private void tell(String to, Kind kind, boolean yes) {
        var story = kind != Kind.STATE || !state.present() ? null : state.original() ? state.self() : state.joined();
        var message =
                new StoryMessage(kind, state.article(), state.version(), yes, state.time(), state.outlet(), story);
        out.add(new Addressed(to, message));
    }
}
