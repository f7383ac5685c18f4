// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dates.DateExpression;
import org.pointwatch.domain.dates.Precision;
import org.pointwatch.domain.dates.Reading;

/**
 * The day of a deadline: the last day of its expression, the one to come if there are two, the one that has been if it
 * is over. "before Thursday" is due on Thursday, the day before it is another reading.
 */
record Due(@Nullable LocalDate today) {
    private static final int FAR = 200;

    /** ISO local, see {@link DeadlineMention}. */
    record Told(@Nullable String day, List<String> alternatives) {}

    /** @param list the day itself, and what stands beside it in a list */
    Told of(DayPhrase day, boolean passed, List<DayPhrase> list) {
        var date = day.date();
        var core = date.core() == null ? date : date.core();
        var best = passed ? past(core).orElse(core.latest()) : next(core);
        var told = text(core, best);
        var others = new LinkedHashSet<String>();
        list.stream().skip(1).forEach(d -> add(others, d.date(), first(d.date().latest())));
        if (date.core() != null && day.isBound()) {
            add(others, date, date.latest());
        }
        if (date.confidence() < 0.5) {
            core.readings().forEach(r -> add(others, core, r));
        }
        others.remove(told);
        return new Told(told, List.copyOf(others));
    }

    /** The last day that is meant, if it is still to come or if nobody can tell; null if it is not known. */
    static @Nullable LocalDate next(DateExpression date, @Nullable LocalDate today) {
        return new Due(today).next(date).lastDay();
    }

    /** The next one, unless a year lies between and the last one was just now: "27 November" on the 28th. */
    private Reading next(DateExpression date) {
        var now = today;
        if (now == null) {
            return date.reading();
        }
        var future = date.readings().stream()
                .filter(r ->
                        r.to() != null && !Objects.requireNonNull(r.lastDay()).isBefore(now))
                .min(Comparator.comparing(r -> Objects.requireNonNull(r.to())));
        var near = future.filter(r -> !Objects.requireNonNull(r.lastDay()).isAfter(now.plusDays(FAR)));
        return near.or(() -> past(date)).or(() -> future).orElse(date.reading());
    }

    private Optional<Reading> past(DateExpression date) {
        return date.readings().stream()
                .filter(r -> r.to() != null
                        && today != null
                        && !Objects.requireNonNull(r.lastDay()).isAfter(today))
                .max(Comparator.comparing(r -> Objects.requireNonNull(r.to())));
    }

    private static Reading first(Reading reading) {
        return reading.from() == null ? reading : new Reading(reading.from(), reading.from(), reading.timed());
    }

    private static void add(LinkedHashSet<String> to, DateExpression date, Reading reading) {
        var text = text(date, reading);
        if (text != null) {
            to.add(text);
        }
    }

    private static @Nullable String text(DateExpression date, Reading reading) {
        var to = reading.to();
        if (to == null) {
            return null;
        }
        return date.precision() == Precision.HOUR
                ? to.atZone(date.zone()).toOffsetDateTime().toString()
                : to.toLocalDate().toString();
    }
}
