// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.time.Instant;
import java.util.List;
import org.pointwatch.domain.dedup.Document;

/** What can happen to an article's place in its story. */
public sealed interface StoryEvent {
    /** The article is there, with its event time and outlet. */
    record Known(Instant time, String outlet) implements StoryEvent {}

    /** Its outlet withdrew it. */
    record Withdrawn() implements StoryEvent {}

    /** A shard found earlier documents that share shingles with one of the article's revisions. */
    record Shares(Document own, List<Shared> earlier) implements StoryEvent {}

    /** An earlier document, and how many hashes a shard saw in both. */
    record Shared(Document other, int count) {}

    /** Another article tells something. */
    record Told(StoryMessage message) implements StoryEvent {}
}
