// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.override;

import org.jspecify.annotations.Nullable;

/** A decision was not written, or nobody knows whether it was; the message says why and what to do. */
public final class OverrideException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean wrong;

    private OverrideException(String message, boolean wrong, @Nullable Throwable cause) {
        super(message, cause);
        this.wrong = wrong;
    }

    static OverrideException wrong(String message) {
        return new OverrideException(message, true, null);
    }

    static OverrideException failed(String message, @Nullable Throwable cause) {
        return new OverrideException(message, false, cause);
    }

    /** Whether the decision itself was not as it must be; else it may succeed later. */
    public boolean isWrong() {
        return wrong;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
