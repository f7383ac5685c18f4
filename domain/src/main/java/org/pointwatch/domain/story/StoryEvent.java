// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.time.Instant;
import org.pointwatch.domain.dedup.Match.Matches;

/** What can happen to an article's place in its story. */
public sealed interface StoryEvent {
    /** The article is there, with its event time and outlet. */
    record Known(Instant time, String outlet) implements StoryEvent {}

    /** Its outlet withdrew it. */
    record Withdrawn() implements StoryEvent {}

    /** A shard found earlier documents that may carry the same text as one of its revisions. */
    record Found(Matches matches) implements StoryEvent {}

    /** An analyst decided. */
    record Ruled(Ruling ruling) implements StoryEvent {}

    /** Another article tells something. */
    record Told(StoryMessage message) implements StoryEvent {}
}
