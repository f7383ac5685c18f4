// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.term;

import org.jspecify.annotations.Nullable;

/** Ends a command: the message names the input, the place and the mend, and is all that the user sees. */
public final class Failure extends RuntimeException {
    /** Something failed; the same call may work later. */
    public static final int FAILED = 1;

    /** The call, its settings or its input are wrong; nothing was started. */
    public static final int USAGE = 2;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Failure(String message, int exitCode, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public static Failure of(String message) {
        return new Failure(message, FAILED, null);
    }

    public static Failure of(String message, Throwable cause) {
        return new Failure(message, FAILED, cause);
    }

    public static Failure usage(String message) {
        return new Failure(message, USAGE, null);
    }

    public int exitCode() {
        return exitCode;
    }
}
