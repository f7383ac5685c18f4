// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import java.time.Duration;
import java.time.Instant;

/** The names that coverage is counted under; contract, see the topic {@code coverage}. */
public final class Target {
    /** The denominator: every article. */
    public static final String ALL = "all";

    /** Length of a bucket of event time, UTC. */
    public static final Duration BUCKET = Duration.ofMinutes(15);

    private Target() {}

    public static String point(String id) {
        return "point:" + id;
    }

    public static String actor(String id) {
        return "actor:" + id;
    }

    /** A point and an actor in one sentence. */
    public static String pair(String point, String actor) {
        return "pair:" + point + "|" + actor;
    }

    /** Anything of the dossier. */
    public static String plan(String dossier) {
        return "plan:" + dossier;
    }

    /** Start of the bucket that holds the given event time. */
    public static Instant bucket(Instant eventTime) {
        var length = BUCKET.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(eventTime.getEpochSecond(), length) * length);
    }

    public static String coverageKey(String target, Instant bucket) {
        return target + "@" + bucket;
    }
}
