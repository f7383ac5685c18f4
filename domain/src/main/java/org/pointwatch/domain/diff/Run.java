// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.diff;

/** Words in a row, and which of the two texts has them. */
public record Run(Side side, String text) {
    /** Of what is in both, it is the later text that is given. */
    public enum Side {
        BOTH,
        BEFORE,
        AFTER
    }
}
