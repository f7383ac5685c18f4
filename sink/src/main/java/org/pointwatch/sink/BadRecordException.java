// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

/** A record that no row can be made of; goes to the dead letters with its reason. */
final class BadRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason one of a few words, for counters; the message says it in full */
    BadRecordException(String reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
