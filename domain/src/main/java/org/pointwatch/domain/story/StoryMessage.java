// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one article tells another; the value of the internal topic {@code story-changes}, keyed by the one that is told.
 *
 * @param from the sending article
 * @param version the sender's count of its own changes: an older one than the last handled is ignored
 * @param yes STATE: the sender is an original; MEMBER: an earlier member of the story has the receiver's outlet
 * @param time event time of the sender
 * @param story STATE: the original of the sender's story, itself if it is one; null where it is withdrawn
 */
public record StoryMessage(
        Kind kind, String from, long version, boolean yes, Instant time, String outlet, @Nullable Place story) {

    /** An original, and what its members must know of it. */
    public record Place(String article, Instant time, String outlet) {}

    /** What is told. */
    public enum Kind {
        /** A later article wants to be told when the receiver is no original, now or later, and when it is one again. */
        FOLLOW,
        /** The same, and it takes itself for a member of the receiver's story. */
        JOIN,
        /** It belongs to that story no longer, but still wants to be told. */
        LEAVE,
        /** An analyst has merged the two: the sender wants to be told of the receiver's story, now and ever. */
        ATTACH,
        /** The sender's state, for those who want to be told. */
        STATE,
        /** The original tells a member whether it is the first of its outlet. */
        MEMBER
    }
}
