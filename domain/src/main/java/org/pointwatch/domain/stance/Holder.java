// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose position it is.
 *
 * @param actors their ids; the second may be the one who speaks for the first
 * @param by who says so for the first, null if nobody does
 */
record Holder(List<String> actors, @Nullable String by) {
    static Holder of(String actor) {
        return new Holder(List.of(actor), null);
    }

    @Nullable
    String by(String actor) {
        return actor.equals(actors.get(0)) && !actor.equals(by) ? by : null;
    }
}
