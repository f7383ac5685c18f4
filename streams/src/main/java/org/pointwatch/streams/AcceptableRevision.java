// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;

/** What a foreign producer may not send; our fetchers never do. */
final class AcceptableRevision {
    private static final Instant EARLIEST = Instant.parse("0002-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9998-01-01T00:00:00Z");

    private AcceptableRevision() {}

    /** @throws PoisonException with the reason and the mend */
    static void check(@Nullable String key, Revision r) {
        if (!r.id().equals(key)) {
            throw refused("key " + key + " holds article " + r.id() + ": send each article under its own id");
        }
        if (r.length() > Revision.MAX_LENGTH) {
            throw refused("article %s has %d characters, at most %d are taken: cut its text at %d"
                    .formatted(key, r.length(), Revision.MAX_LENGTH, Revision.MAX_TEXT));
        }
        checkTime("firstSeen", r.firstSeen());
        checkTime("fetched", r.fetched());
    }

    private static void checkTime(String field, Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw refused("%s is %s, no time of this world: send one between %s and %s"
                    .formatted(field, time, EARLIEST, LATEST));
        }
    }

    private static PoisonException refused(String why) {
        return new PoisonException("keep-revisions", why);
    }
}
