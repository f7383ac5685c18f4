// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From where an expression is seen. Without a usable reference nothing relative is resolved: such expressions are still
 * found, with readings of null; whole dates ("27 November 2025") keep theirs.
 *
 * @param reference when the text was published, as a local time at the outlet; null if it is not known
 * @param zone the outlet's
 * @param monthFirst how the outlet writes dates in digits: 5/12 is 12 May
 * @param problems what was wrong with what the caller had, for it to note and count
 */
public record DateContext(@Nullable LocalDateTime reference, ZoneId zone, boolean monthFirst, Set<Problem> problems) {
    /** Years in which news can have been published. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2199;

    /** Why a context is poorer than it should be. */
    public enum Problem {
        /** No reference was given, or none that can be read. */
        NO_REFERENCE,
        /** The reference lies outside the years 1900 to 2199 and was left out. */
        ABSURD_REFERENCE,
        /** There is no such time zone; UTC stands in. */
        UNKNOWN_ZONE
    }

    public DateContext {
        problems = Set.copyOf(problems);
    }

    /** Reference and zone are known to be good; an absurd year is still left out. */
    public static DateContext of(@Nullable LocalDateTime reference, ZoneId zone) {
        var problems = EnumSet.noneOf(Problem.class);
        return new DateContext(usable(reference, problems), zone, true, problems);
    }

    /** The zone as its outlet's entry names it, such as {@code Europe/Kyiv}; one that does not exist is UTC. */
    public static DateContext of(@Nullable LocalDateTime reference, @Nullable String zone) {
        var problems = EnumSet.noneOf(Problem.class);
        var known = zone(zone);
        if (known == null) {
            problems.add(Problem.UNKNOWN_ZONE);
        }
        return new DateContext(usable(reference, problems), known == null ? ZoneOffset.UTC : known, true, problems);
    }

    /** For outlets that write 12/5 for 12 May: nearly all outside the United States. */
    public DateContext dayFirst() {
        return new DateContext(reference, zone, false, problems);
    }

    private static @Nullable LocalDateTime usable(@Nullable LocalDateTime reference, Set<Problem> problems) {
        if (reference == null) {
            problems.add(Problem.NO_REFERENCE);
            return null;
        }
        if (reference.getYear() < FIRST_YEAR || reference.getYear() > LAST_YEAR) {
            problems.add(Problem.ABSURD_REFERENCE);
            return null;
        }
        return reference;
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
