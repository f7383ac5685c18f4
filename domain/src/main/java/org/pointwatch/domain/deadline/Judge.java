// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dates.Direction;
import org.pointwatch.domain.deadline.Hits.Hit;

import static org.pointwatch.domain.dossier.DeadlineCue.*;

/** Tells deadlines of the negotiation from terms of the plan, from events and from all other dates. */
final class Judge {
    /** Nobody is given longer to answer; a plan has terms of many years. */
    private static final int FARTHEST_DAYS = 300;

    private static final int LONG_DAYS = 45;

    /** Words between a deadline's noun and its day: "deadline of 1 December", "the deadline is Thursday". */
    private static final Set<String> LINKS = Set.of(
            "of", "for", "on", "to", "is", "was", "still", "at", "until", "till", "be", "forward", "remains", "на",
            "до", "у", "в", "auf", "am", "den", "vom", "zum", "au", "le", "du", "a", "de", "pour", "fixee", "через");

    private static final Set<String> BEYOND = Set.of("beyond", "past", "after", "than");
    private static final Set<String> OLD_DAY =
            Set.of("of", "than", "from", "statt", "anstatt", "замість", "вместо", "von");

    private final @Nullable LocalDate today;

    Judge(@Nullable LocalDate today) {
        this.today = today;
    }

    Verdict verdict(Statement s, DayPhrase day) {
        if (day.isOpenEnded()) {
            return isTerm(s, day) ? Verdict.TERM : isGivenUp(s, day) ? Verdict.DEADLINE : Verdict.NEITHER;
        } else if (s.nounBehind(day) != null) {
            return Verdict.DEADLINE;
        } else if (day.date().direction() == Direction.BACKWARD && !s.hits().has(PASS)) {
            return Verdict.NEITHER;
        } else if (!day.isBound() && isBesideEvent(s, day)) {
            return isAhead(day) && s.hits().hasAny(AHEAD, MUST, DEMAND, ANSWER) ? Verdict.EVENT : Verdict.NEITHER;
        } else if (isTerm(s, day)) {
            return Verdict.TERM;
        }
        return day.isBound() || day.length() ? ofBound(s, day) : ofPlain(s, day);
    }

    private Verdict ofBound(Statement s, DayPhrase day) {
        var binds = governs(s, day) || isDemanded(s, day) || isDenied(s);
        if (binds && (isAhead(day) || s.hits().has(PASS))) {
            return Verdict.DEADLINE;
        }
        return isEvent(s, day) ? Verdict.EVENT : Verdict.NEITHER;
    }

    private Verdict ofPlain(Statement s, DayPhrase day) {
        if (isOldDay(s, day)) {
            return Verdict.NEITHER;
        }
        var hits = s.hits();
        var named = hits.before(DEADLINE, day.core(), 9);
        if (named != null && isDayOf(s, named, day)) {
            return Verdict.DEADLINE;
        }
        if (isEnd(s, day) || isPredicate(s, day) || isGivenUp(s, day)) {
            return Verdict.DEADLINE;
        }
        return isEvent(s, day) ? Verdict.EVENT : Verdict.NEITHER;
    }

    /** "the deadline of 1 December", "the deadline was moved from Friday to Monday", "the ultimatum ran out on Thursday". */
    private static boolean isDayOf(Statement s, Hit named, DayPhrase day) {
        var hits = s.hits();
        var between = day.core() - named.to();
        var linked = between == 0 || LINKS.contains(s.plain(day.core() - 1));
        if (hits.after(MOVE, named.to(), between) != null) {
            return true;
        }
        var ended = hits.after(EXPIRE, named.to(), between) != null || hits.after(PASS, named.to(), between) != null;
        if (hits.before(MOVE, named.from(), 6) != null) {
            return linked
                    || s.plain(day.first()).equals("from")
                    || s.plain(day.first() - 1).equals("from");
        }
        return linked && (ended || between <= 4 && !isSaidThen(s, day));
    }

    /** "expires at midnight on Thursday", "expired yesterday". */
    private static boolean isEnd(Statement s, DayPhrase day) {
        var hits = s.hits();
        var ends = hits.before(EXPIRE, day.core(), 3) != null || hits.before(PASS, day.core(), 3) != null;
        return ends && hits.hasAny(DEADLINE, TALKS) && !hits.has(OTHER);
    }

    /** "Thursday is not set in stone", "Thursday came and went". */
    private static boolean isPredicate(Statement s, DayPhrase day) {
        var hits = s.hits();
        var on = s.plain(day.core() - 1).equals("on") && !hits.has(DEADLINE);
        if (hits.after(SOFTEN, day.end(), 16) != null && !on && !isSaidThen(s, day)) {
            return hits.hasAny(DEADLINE, ANSWER, TALKS) || opens(s, day);
        }
        return hits.after(PASS, day.end(), 16) != null && opens(s, day) && hits.hasAny(DEADLINE, ANSWER, TALKS, MUST);
    }

    /** "lets Thursday go", "more time beyond Thursday". */
    private static boolean isGivenUp(Statement s, DayPhrase day) {
        var hits = s.hits();
        return hits.at(DENY, day.core())
                || hits.before(SOFTEN, day.core(), 4) != null && BEYOND.contains(beforeDay(s, day));
    }

    private static String beforeDay(Statement s, DayPhrase day) {
        return s.plain(day.isOpenEnded() ? day.first() : day.core() - 1);
    }

    private static boolean isOldDay(Statement s, DayPhrase day) {
        return OLD_DAY.contains(s.plain(day.core() - 1)) && s.hits().before(SHIFT, day.core(), 0) != null;
    }

    /** "said on Tuesday": the day of the report's own verbs, before which no link to a deadline stands. */
    private static boolean isSaidThen(Statement s, DayPhrase day) {
        var link = s.plain(day.core() - 1);
        return link.equals("on")
                && s.hits().before(DEADLINE, day.core() - 1, 0) == null
                && s.hits().before(EXPIRE, day.core() - 1, 1) == null
                && !opens(s, day);
    }

    /** The day stands first, or first in what somebody says of it. */
    private static boolean opens(Statement s, DayPhrase day) {
        return day.core() - s.hits().from <= 1
                || Set.of("said", "says", "that", "is", "s", "what").contains(s.plain(day.core() - 1));
    }

    /** "has until", "gave Kyiv until", or a deadline in the same sentence. */
    private static boolean governs(Statement s, DayPhrase day) {
        var hits = s.hits();
        if (isOfAnother(s, day)) {
            return false;
        }
        if (day.length() && !day.isBound()) {
            var toDo = hits.after(ANSWER, day.end(), 12) != null || hits.after(MUST, day.end(), 8) != null;
            return (hits.before(HAVE, day.first(), 1) != null || hits.before(GIVE, day.first(), 5) != null)
                    && (toDo || s.plain(day.end()).equals("to"));
        }
        return hits.has(DEADLINE)
                || hits.before(GIVE, day.first(), 8) != null
                || hits.before(HAVE, day.first(), 1) != null;
    }

    /** "if the Thursday deadline holds, we shall know within a week". */
    private static boolean isOfAnother(Statement s, DayPhrase day) {
        return s.days().stream()
                .anyMatch(other -> other.end() <= day.first()
                        && s.nounBehind(other) != null
                        && !s.runsOn(other.end(), day.first()));
    }

    private static boolean isDemanded(Statement s, DayPhrase day) {
        var hits = s.hits();
        if (day.length() && !day.isBound() || hits.has(OTHER) && !hits.has(TALKS)) {
            return false;
        }
        return hits.before(MUST, day.first(), 25) != null
                || hits.before(DEMAND, day.first(), 25) != null && hits.hasAny(ANSWER, TALKS)
                || hits.before(ANSWER, day.first(), 12) != null
                || hits.after(ANSWER, day.end(), 8) != null;
    }

    private static boolean isDenied(Statement s) {
        return s.hits().hasAny(ANSWER, DEADLINE) && s.hits().hasAny(DENY, SOFTEN);
    }

    /** What the plan says, not what a party is asked to do now. */
    private boolean isTerm(Statement s, DayPhrase day) {
        var hits = s.hits();
        if (!isAhead(day)) {
            return false;
        }
        if (hits.after(TERM, day.end(), 1) != null && day.length() || isFar(day)) {
            return true;
        }
        if (hits.has(DEADLINE) || hits.before(HAVE, day.first(), 1) != null) {
            return false;
        }
        var given = hits.before(GIVE, day.first(), 6) != null;
        if (given && !hits.has(TERM)) {
            return false;
        }
        var content = day.length() && s.pointBefore(day.first(), 4) && hits.before(ANSWER, day.first(), 4) == null;
        var says = hits.before(TERM, day.first(), 40) != null || hits.after(TERM, day.end(), 6) != null;
        var plan = says && (day.length() || !hits.hasAny(ANSWER, DEMAND)) && (day.length() || day.isBound());
        return content || plan || day.length() && isLong(day) && !s.points().isEmpty() && !hits.has(ANSWER);
    }

    private boolean isFar(DayPhrase day) {
        var days = daysToGo(day);
        return days != null && days > FARTHEST_DAYS;
    }

    private boolean isLong(DayPhrase day) {
        var days = daysToGo(day);
        return days != null && days > LONG_DAYS;
    }

    private @Nullable Long daysToGo(DayPhrase day) {
        var last = Due.next(day.date(), today);
        return today == null || last == null ? null : ChronoUnit.DAYS.between(today, last);
    }

    private static boolean isBesideEvent(Statement s, DayPhrase day) {
        return s.hits().before(EVENT, day.first(), 2) != null;
    }

    private boolean isEvent(Statement s, DayPhrase day) {
        return s.hits().hasAny(EVENT)
                && s.hits().has(AHEAD)
                && isAhead(day)
                && day.date().direction() != Direction.BACKWARD;
    }

    /** Whether it is still to come; without a date of the article that is left open. */
    private boolean isAhead(DayPhrase day) {
        var days = daysToGo(day);
        return days == null || days >= 0;
    }
}
