// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

/** A request that cannot be answered as it was put; the message names the parameter and the mend. */
final class BadQuestion extends RuntimeException {
    BadQuestion(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
