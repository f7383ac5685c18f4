// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

/** A request that is not answered; the message says what was wrong with it and what would do. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    static Refusal bad(String message) {
        return new Refusal(400, message);
    }

    static Refusal missing(String message) {
        return new Refusal(404, message);
    }

    public int status() {
        return status;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
