// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dates.Bound;
import org.pointwatch.domain.dates.DateContext;
import org.pointwatch.domain.dates.DateExpression;
import org.pointwatch.domain.dates.Direction;
import org.pointwatch.domain.dates.Precision;
import org.pointwatch.domain.dates.Reading;
import org.pointwatch.domain.dossier.NamedDay;
import org.pointwatch.domain.tagging.Words;

/** The days to which a dossier gives a name. */
final class NamedDays {
    private record Name(String[] words, NamedDay day) {}

    private final Map<String, List<Name>> byFirst = new HashMap<>();

    NamedDays(List<NamedDay> days, String language) {
        for (var day : days) {
            Stream.of("any", language)
                    .flatMap(l -> day.names().getOrDefault(l, List.of()).stream())
                    .map(name -> Stream.of(name.trim().split("\\s+"))
                            .map(Words::plain)
                            .filter(w -> !w.isEmpty())
                            .toArray(String[]::new))
                    .filter(words -> words.length > 0)
                    .forEach(words -> byFirst.computeIfAbsent(words[0], w -> new ArrayList<>())
                            .add(new Name(words, day)));
        }
    }

    /** The named day that begins with this word, null if none does. */
    @Nullable
    DayPhrase at(Words words, int word, DateContext context) {
        for (var name : byFirst.getOrDefault(words.plain(word), List.of())) {
            if (matches(words, word, name.words())) {
                return phrase(words, word, name, context);
            }
        }
        return null;
    }

    private static boolean matches(Words words, int from, String[] name) {
        if (from + name.length > words.count()) {
            return false;
        }
        for (int i = 1; i < name.length; i++) {
            if (!words.plain(from + i).equals(name[i])) {
                return false;
            }
        }
        return true;
    }

    private static DayPhrase phrase(Words words, int first, Name name, DateContext context) {
        var end = first + name.words().length;
        var from = words.start(first);
        var to = words.end(end - 1);
        var date = new DateExpression(
                from,
                to,
                words.text().substring(from, to),
                Precision.DAY,
                DateExpression.Kind.POINT,
                Direction.EITHER,
                Bound.NONE,
                readings(name.day(), context),
                context.zone(),
                1,
                null);
        return new DayPhrase(date, first, first, end, Bound.NONE, false);
    }

    /** The next one first, then the last one. */
    private static List<Reading> readings(NamedDay day, DateContext context) {
        var now = context.reference();
        if (now == null) {
            return List.of(new Reading(null, null, false));
        }
        var today = now.toLocalDate();
        var every = day.every();
        var all = new ArrayList<>(day.days());
        if (every != null) {
            Stream.of(-1, 0, 1).map(y -> every.atYear(today.getYear() + y)).forEach(all::add);
        }
        var next = all.stream().filter(d -> !d.isBefore(today)).min(LocalDate::compareTo);
        var last = all.stream().filter(d -> d.isBefore(today)).max(LocalDate::compareTo);
        var found = Stream.of(next.orElse(null), last.orElse(null))
                .filter(Objects::nonNull)
                .map(LocalDate::atStartOfDay)
                .map(d -> new Reading(d, d, false))
                .toList();
        return found.isEmpty() ? List.of(new Reading(null, null, false)) : found;
    }
}
