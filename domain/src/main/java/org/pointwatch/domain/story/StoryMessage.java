// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.time.Instant;

/**
 * What one article tells another; the value of the internal topic {@code story-changes}, keyed by the one that is told.
 *
 * @param from the sending article
 * @param version the sender's count of its own changes: an older one than the last handled is ignored
 * @param yes STATE: the sender is an original; MEMBER: an earlier member of the story has the receiver's outlet
 * @param time event time of the sender
 */
public record StoryMessage(Kind kind, String from, long version, boolean yes, Instant time, String outlet) {

    /** What is told. */
    public enum Kind {
        /** A later neighbour asks to be told whether the receiver is an original, now and whenever that changes. */
        FOLLOW,
        /** An earlier neighbour answers. */
        STATE,
        /** A later article now belongs to the receiver's story. */
        JOIN,
        /** It no longer does. */
        LEAVE,
        /** The original tells a member whether it is the first of its outlet. */
        MEMBER
    }
}
