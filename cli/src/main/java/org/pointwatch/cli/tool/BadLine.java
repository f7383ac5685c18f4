// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

/** A line that cannot be worked on; the message names the field and what is expected. */
final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    BadLine(String message) {
        super(message);
    }
}
