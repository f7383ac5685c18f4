// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of an attempt. */
sealed interface Answer {
    /** In words. */
    String text();

    record Taken(String text) implements Answer {}

    /**
     * @param pause how long it asks to be left alone with everything; null if only this failed
     * @param closed it wants no more at all
     */
    record NotTaken(String text, @Nullable Duration pause, boolean closed) implements Answer {
        static NotTaken of(String text) {
            return new NotTaken(text, null, false);
        }
    }
}
