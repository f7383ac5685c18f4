// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

/** "This", "next", "last" and their like. */
final class Relations {
    private Relations() {}

    /** How many units from the current one. */
    static int step(Word word) {
        if (word.is(Role.NEXT | Role.COMING)) {
            return 1;
        }
        return word.is(Role.LAST | Role.RECENT) ? -1 : 0;
    }

    static Direction direction(int step) {
        return step > 0 ? Direction.FORWARD : step < 0 ? Direction.BACKWARD : Direction.EITHER;
    }
}
