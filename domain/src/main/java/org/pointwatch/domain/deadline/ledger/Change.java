// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a deadline's status.
 *
 * @param at event time of the article that made it; where time did, the end of the due day or hour
 * @param due from then on
 * @param article null where time did it
 * @param by actor who said so, null if the sentence does not say
 * @param evidence the sentence that says so, null where time did it
 * @param live whether the article was fetched as it happened; true where time did it
 */
public record Change(
        Instant at,
        Status status,
        String due,
        @Nullable String article,
        @Nullable String by,
        @Nullable String evidence,
        boolean live) {

    static Change of(Statement s, Status status, String due) {
        return new Change(s.at(), status, due, s.article(), s.setBy(), s.sentence(), s.live());
    }

    static Change passed(Due due) {
        return new Change(due.end(), Status.PASSED, due.text(), null, null, null, true);
    }
}
