// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dates.Bound;
import org.pointwatch.domain.dates.DateContext;
import org.pointwatch.domain.dates.DateExpression;
import org.pointwatch.domain.dates.Direction;
import org.pointwatch.domain.dates.Precision;
import org.pointwatch.domain.dates.Reading;
import org.pointwatch.domain.tagging.Words;

/**
 * Lengths of time that stand without a preposition: "six days", "a two-week deadline". As dates they say nothing; behind
 * "has" and "gave" they count from the day of the report.
 */
final class Lengths {
    private static final int MOST = 1_000;
    private static final Map<String, ChronoUnit> UNITS = Map.ofEntries(
            Map.entry("hour", ChronoUnit.HOURS),
            Map.entry("hours", ChronoUnit.HOURS),
            Map.entry("day", ChronoUnit.DAYS),
            Map.entry("days", ChronoUnit.DAYS),
            Map.entry("week", ChronoUnit.WEEKS),
            Map.entry("weeks", ChronoUnit.WEEKS),
            Map.entry("month", ChronoUnit.MONTHS),
            Map.entry("months", ChronoUnit.MONTHS),
            Map.entry("year", ChronoUnit.YEARS),
            Map.entry("years", ChronoUnit.YEARS),
            Map.entry(Words.plain("годин"), ChronoUnit.HOURS),
            Map.entry(Words.plain("години"), ChronoUnit.HOURS),
            Map.entry(Words.plain("днів"), ChronoUnit.DAYS),
            Map.entry(Words.plain("дні"), ChronoUnit.DAYS),
            Map.entry(Words.plain("тиждень"), ChronoUnit.WEEKS),
            Map.entry(Words.plain("тижні"), ChronoUnit.WEEKS),
            Map.entry(Words.plain("часов"), ChronoUnit.HOURS),
            Map.entry(Words.plain("часа"), ChronoUnit.HOURS),
            Map.entry(Words.plain("дней"), ChronoUnit.DAYS),
            Map.entry(Words.plain("дня"), ChronoUnit.DAYS),
            Map.entry(Words.plain("неделю"), ChronoUnit.WEEKS),
            Map.entry(Words.plain("недели"), ChronoUnit.WEEKS),
            Map.entry("stunden", ChronoUnit.HOURS),
            Map.entry("tage", ChronoUnit.DAYS),
            Map.entry("woche", ChronoUnit.WEEKS),
            Map.entry("wochen", ChronoUnit.WEEKS),
            Map.entry("heures", ChronoUnit.HOURS),
            Map.entry("jours", ChronoUnit.DAYS),
            Map.entry("semaine", ChronoUnit.WEEKS),
            Map.entry("semaines", ChronoUnit.WEEKS));
    private static final Set<String> ONE = Set.of("a", "one", "eine", "une", "an");
    private static final Set<String> BETWEEN = Set.of("more", "further", "working", "full", "weitere");

    private Lengths() {}

    /** The length that ends with this word; null if it is no unit with a number before it. */
    static @Nullable DayPhrase endingAt(Words words, int word, DateContext context) {
        var unit = UNITS.get(words.plain(word));
        if (unit == null || word == 0) {
            return null;
        }
        var first = word - 1;
        if (BETWEEN.contains(words.plain(first)) && first > 0) {
            first--;
        }
        var bare = Double.isNaN(words.number(first));
        var number = !bare ? words.number(first) : ONE.contains(words.plain(first)) ? 1 : Double.NaN;
        if (bare
                && Double.isNaN(number)
                && words.plain(word).length() > 5
                && words.plain(word).charAt(0) > 'z') {
            first = word;
            number = 1;
        }
        return number >= 1 && number <= MOST && number == Math.rint(number)
                ? phrase(words, first, word, unit, (int) number, context)
                : null;
    }

    /** Whether a length begins here without a preposition. */
    static boolean isCount(Words words, int word) {
        return !Double.isNaN(words.number(word)) || ONE.contains(words.plain(word));
    }

    private static DayPhrase phrase(
            Words words, int first, int last, ChronoUnit unit, int number, DateContext context) {
        var start = words.start(first);
        var end = words.end(last);
        var date = new DateExpression(
                start,
                end,
                words.text().substring(start, end),
                precision(unit),
                DateExpression.Kind.TO_GO,
                Direction.FORWARD,
                Bound.NONE,
                List.of(reading(context.reference(), unit, number)),
                context.zone(),
                1,
                null);
        return new DayPhrase(date, first, first, last + 1, Bound.NONE, true);
    }

    private static Reading reading(@Nullable LocalDateTime now, ChronoUnit unit, int number) {
        if (now == null) {
            return new Reading(null, null, false);
        }
        return new Reading(now, now.plus(number, unit), unit == ChronoUnit.HOURS);
    }

    private static Precision precision(ChronoUnit unit) {
        return switch (unit) {
            case HOURS -> Precision.HOUR;
            case WEEKS -> Precision.WEEK;
            case MONTHS -> Precision.MONTH;
            case YEARS -> Precision.YEAR;
            default -> Precision.DAY;
        };
    }
}
