// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

/** The desk cannot start, and the message says what the user can do. */
public final class DeskException extends RuntimeException {
    public DeskException(String message) {
        super(message);
    }

    public DeskException(String message, Throwable cause) {
        super(message, cause);
    }
}
