// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.Locale;
import java.util.Optional;

/** Where somebody stands on a point as the plan has it. */
public enum Position {
    SUPPORT,
    OPPOSE,
    /** Would accept it on a condition, or rejects it as long as one is not met. */
    CONDITIONAL,
    /** Speaks of the point and does not say where he stands, or not so that it can be told without guessing. */
    UNKNOWN;

    /** As it is written. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it says anything. */
    public boolean decided() {
        return this != UNKNOWN;
    }

    /** Empty for a word that is none of these. */
    public static Optional<Position> of(String label) {
        for (var position : values()) {
            if (position.label().equals(label)) {
                return Optional.of(position);
            }
        }
        return Optional.empty();
    }
}
