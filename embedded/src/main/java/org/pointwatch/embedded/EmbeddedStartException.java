// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import org.jspecify.annotations.Nullable;

/** Why an embedded service did not start. The message says what is wrong, where, and how to mend it. */
public final class EmbeddedStartException extends RuntimeException {

    /** What kind of trouble it is, for those who choose an exit status or a test's expectation by it. */
    public enum Kind {
        /** Another process listens where we were told to. */
        PORT_TAKEN,
        /** The address is not one of this machine, or may not be used. */
        BAD_ADDRESS,
        /** The directory cannot be made or written. */
        NOT_WRITABLE,
        /** Too little room is left for a safe start. */
        DISK_FULL,
        /** The directory holds something that is not ours. */
        FOREIGN_DATA,
        /** Ours, but written by a version that this one cannot read. */
        OTHER_VERSION,
        /** A live process works in this directory. */
        IN_USE,
        /** This machine forbids something the service needs. */
        NOT_PERMITTED,
        /** The service gave up by itself; the message carries its reason. */
        FAILED
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    EmbeddedStartException(Kind kind, String message) {
        this(kind, message, null);
    }

    EmbeddedStartException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
