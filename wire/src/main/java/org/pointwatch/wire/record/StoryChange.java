// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import java.time.Instant;

/**
 * Internal: what article {@code from} tells the article that the record is keyed by.
 *
 * @param version the sender's count of its own changes; an older message than the last one handled is ignored
 * @param original whether the sender is an original now
 * @param time event time of the sender
 */
public record StoryChange(Kind kind, String from, long version, boolean original, Instant time, String outlet) {

    /** What is told. */
    public enum Kind {
        /** A later neighbour asks: tell me whether you are an original, now and when it changes. */
        FOLLOW,
        /** An earlier neighbour answers: I am an original, or not. */
        STATE,
        /** A later article belongs to the receiver's story. */
        JOIN,
        /** It no longer does. */
        LEAVE,
        /** The original answers a member: an earlier member has the same outlet ({@code original} false), or none has. */
        MEMBER
    }
}
