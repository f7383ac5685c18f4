// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The names that coverage is counted under; contract, see the topic {@code coverage}. */
public final class Target {
    /** The denominator: every article. */
    public static final String ALL = "all";

    /** Length of a bucket of event time, UTC. */
    public static final Duration BUCKET = Duration.ofMinutes(15);

    private static final int LONGEST_GROUP = 60;

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

    /** A target among articles of one language. */
    public static String inLanguage(String target, String language) {
        return target + "/lang:" + language;
    }

    /** A target among outlets of one group, by its {@link #groupName}. */
    public static String inGroup(String target, String groupName) {
        return target + "/group:" + groupName;
    }

    /** Whether a target is one of the above: part of another target, never to be added to it. */
    public static boolean isFacet(String target) {
        return target.indexOf('/') >= 0;
    }

    /**
     * An outlet's group as targets write it: trimmed, cut, with a hyphen for what has a meaning in keys and for blanks. It
     * comes from somebody else's list of feeds, so it may be anything. Empty if there is nothing to name.
     */
    public static String groupName(@Nullable String group) {
        var trimmed = group == null ? "" : group.strip();
        var cut = trimmed.substring(0, Math.min(trimmed.length(), LONGEST_GROUP));
        if (!cut.isEmpty() && Character.isHighSurrogate(cut.charAt(cut.length() - 1))) {
            cut = cut.substring(0, cut.length() - 1);
        }
        var name = new StringBuilder();
        cut.chars().forEach(c -> name.append(plain((char) c) ? (char) c : '-'));
        return name.toString();
    }

    private static boolean plain(char c) {
        return "@/|".indexOf(c) < 0
                && !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !Character.isISOControl(c);
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
