// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed, from its appearance to its last edit.
 *
 * @param dateText stands in the feed's date element instead of {@code published}; empty for no date element
 * @param states at least one, in the order of time; the first appears at {@code published}
 */
record SampleEntry(
        String id,
        String url,
        Instant published,
        @Nullable String dateText,
        @Nullable String author,
        @Nullable Hostile hostile,
        List<State> states) {

    /** What the server does to an entry to try the fetcher. */
    enum Hostile {
        SCRIPT_TITLE,
        CONTROL_CHARS,
        DEEP_HTML
    }

    /**
     * The entry from a moment on.
     *
     * @param summary null unless it is all that the feed carries
     * @param text paragraphs; empty where there is a summary
     */
    record State(Instant at, String title, @Nullable String summary, List<String> text) {}

    /** The state to be seen at that time; null if the entry has not appeared. */
    @Nullable
    State at(Instant time) {
        State current = null;
        for (var state : states) {
            if (!state.at().isAfter(time)) {
                current = state;
            }
        }
        return current;
    }

    State last() {
        return states.get(states.size() - 1);
    }
}
