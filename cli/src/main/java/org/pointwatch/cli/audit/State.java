// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Revision;

/**
 * What one record of {@code articles} says about the state of its article.
 *
 * @param eventTime published, but not after first seen, and not more than the horizon before
 * @param counts whether it was fetched within the horizon
 * @param last whether it was fetched at the last moment of it: a withdrawal then is a takedown, which nothing undoes
 */
record State(
        String revision,
        Body body,
        Instant fetched,
        Instant eventTime,
        String outlet,
        @Nullable String group,
        boolean counts,
        boolean last) {
    static final Duration HORIZON = Duration.ofDays(35);

    static State of(Revision r) {
        return new State(
                r.revision(),
                r.body(),
                r.fetched(),
                eventTime(r.published(), r.firstSeen()),
                r.outlet(),
                r.group(),
                Duration.between(r.firstSeen(), r.fetched()).compareTo(HORIZON) <= 0,
                Duration.between(r.firstSeen(), r.fetched()).equals(HORIZON));
    }

    private static Instant eventTime(@Nullable Instant published, Instant firstSeen) {
        if (published == null || published.compareTo(firstSeen) > 0) {
            return firstSeen;
        }
        var earliest = firstSeen.minus(HORIZON);
        return published.compareTo(earliest) < 0 ? earliest : published;
    }

    /** Whether both are the same text in the same fullness, perhaps seen twice. */
    boolean same(State other) {
        return revision.equals(other.revision) && body == other.body;
    }

    boolean withdrawal() {
        return body == Body.DELETED;
    }

    /** Less is better. */
    int fullness() {
        return switch (body) {
            case FULL -> 1;
            case FEED_ONLY -> 2;
            case REFUSED -> 3;
            case DELETED -> 4;
        };
    }
}
