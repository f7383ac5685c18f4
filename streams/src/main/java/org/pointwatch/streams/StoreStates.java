// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.story.StoryState;

/** States of articles, with what shards found beside them. */
final class StoreStates {
    private final Dated<StoryState> dated;
    private final StoreFound found;
    private final Remembered<StoryState> states;

    StoreStates(Dated<StoryState> dated, StoreFound found) {
        this.dated = dated;
        this.found = found;
        this.states = new Remembered<>(new Joined());
    }

    /** A state is kept without what was found, and is whole again when it is read. */
    private final class Joined implements Remembered.Values<StoryState> {
        @Override
        public @Nullable StoryState get(String key) {
            var state = dated.get(key);
            return state == null ? null : state.found(found.of(key));
        }

        @Override
        public void put(String key, StoryState value, long at) {
            dated.put(key, value.found(List.of()), at);
        }

        @Override
        public void delete(String key) {
            dated.delete(key);
        }
    }

    @Nullable
    StoryState get(String article) {
        return states.get(article);
    }

    /** Writes no more than what is otherwise than before. */
    void put(@Nullable StoryState before, StoryState after, long at) {
        found.write(after.article(), before == null ? List.of() : before.found(), after.found());
        if (before == null || !before.found(List.of()).equals(after.found(List.of()))) {
            states.put(after.article(), after, at);
        } else {
            states.remember(after.article(), after);
        }
    }

    /** Returns how many matches were kept with it. */
    int delete(String article) {
        states.delete(article);
        return found.forget(article);
    }
}
