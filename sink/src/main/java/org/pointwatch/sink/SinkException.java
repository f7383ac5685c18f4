// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import org.jspecify.annotations.Nullable;

/** Why the sink stopped by itself. The message says what was found, where, and the mend; waiting would not help. */
public final class SinkException extends RuntimeException {

    /** What was found. */
    public enum Kind {
        /** The topic is not the one that the table was filled from: wiped broker, topic made anew. */
        OTHER_TOPIC,
        /** Records that are not stored yet are gone from the broker. */
        RECORDS_GONE,
        /** The broker has fewer records than were stored: it lost some, or an older copy was restored. */
        BROKER_BEHIND,
        /** Another prefix's topic fills this database. */
        OTHER_PREFIX,
        /** Another sink keeps taking our partitions over, or runs under our instance id. */
        OTHER_SINK,
        /** The schema is newer than this build, or not as it was made. */
        SCHEMA,
        /** The database or the broker does not let us in. */
        REFUSED
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    SinkException(Kind kind, String message) {
        this(kind, message, null);
    }

    SinkException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
