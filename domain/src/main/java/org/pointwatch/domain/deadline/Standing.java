// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.deadline.Hits.Hit;

import static org.pointwatch.domain.dossier.DeadlineCue.*;

/** What a sentence says of a deadline: the status of its mention. The strongest word wins. */
final class Standing {
    private static final Set<String> NEW = Set.of("a", "an", "new", "another", "ein", "eine", "un", "une");

    private final @Nullable LocalDate today;

    Standing(@Nullable LocalDate today) {
        this.today = today;
    }

    String of(Statement s, DayPhrase day, boolean list) {
        var hits = s.hits();
        if (isPassed(s, day)) {
            return "passed";
        } else if (isDenied(s, day)) {
            return "denied";
        } else if (list || hits.has(SOFTEN) || hits.has(HINT) && !isGiven(s, day)) {
            return "softened";
        } else if (hits.has(SHIFT) || hits.has(MOVE) && hits.has(DEADLINE)) {
            return "moved";
        }
        return hits.has(REPEAT) || isKnown(s, day) ? "repeated" : "set";
    }

    private boolean isPassed(Statement s, DayPhrase day) {
        var hits = s.hits();
        var over = hits.near(PASS, day.first(), day.end(), 4, 18) || hits.has(PASS) && hits.has(DEADLINE);
        return over
                && today != null
                && day.date().readings().stream().anyMatch(r -> {
                    var last = r.lastDay();
                    return last != null && !last.isAfter(today);
                });
    }

    private static boolean isDenied(Statement s, DayPhrase day) {
        var hits = s.hits();
        if (hits.near(DENY, day.first(), day.end(), 12, 4)) {
            return true;
        }
        var noun = noun(s, day);
        return noun != null
                && (isDropped(hits, noun)
                        || hits.before(NEGATION, noun.from(), 2) != null
                                && hits.before(NEGATION, day.first(), 3) != null);
    }

    /** "dropped its deadline", "the deadline was dropped". */
    static boolean isDropped(Hits hits, Hit noun) {
        return hits.before(DROP, noun.from(), 6) != null || hits.after(DROP, noun.to(), 6) != null;
    }

    /** The deadline beside the day, or the one before it. */
    private static @Nullable Hit noun(Statement s, DayPhrase day) {
        var behind = s.nounBehind(day);
        return behind != null ? behind : s.hits().before(DEADLINE, day.core(), 12);
    }

    /** "has given Kyiv until Thursday", "has until Thursday": said outright, whatever else the sentence hints at. */
    private static boolean isGiven(Statement s, DayPhrase day) {
        return s.hits().before(GIVE, day.first(), 6) != null || s.hits().before(HAVE, day.first(), 1) != null;
    }

    /** "the Thursday deadline" speaks of one that the reader has heard of; "sets Thursday deadline" does not. */
    private static boolean isKnown(Statement s, DayPhrase day) {
        var noun = noun(s, day);
        if (noun == null) {
            return false;
        }
        var opens = Math.min(noun.from(), s.nounBehind(day) == null ? noun.from() : day.first());
        var set = s.hits().before(SET, opens, 5) != null || s.hits().before(GIVE, opens, 5) != null;
        return !set && !NEW.contains(s.plain(opens - 1));
    }
}
