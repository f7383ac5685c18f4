// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

/** Bytes on a topic that this build cannot read: no JSON of the topic's type, or a version it does not know. */
public final class WireException extends RuntimeException {
    public WireException(String message) {
        super(message);
    }

    public WireException(String message, Throwable cause) {
        super(message, cause);
    }
}
