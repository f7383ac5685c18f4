// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads expressions from left to right, the longest that begins at a word. */
final class Grammar {
    private final Words words;

    private Grammar(Words words) {
        this.words = words;
    }

    static Grammar of(@Nullable String language) {
        return new Grammar("en".equals(language) ? English.words() : new Words());
    }

    Words words() {
        return words;
    }

    List<DateExpression> find(Lexemes lexemes, DateContext context) {
        var found = new ArrayList<DateExpression>();
        var reference = context.reference();
        for (int i = 0; i < lexemes.count && found.size() < DateFinder.MOST; i++) {
            var w = lexemes.word(i);
            if (w.isWeekday() && !w.shaky && reference != null) {
                var today = reference.toLocalDate();
                var ahead = Math.floorMod(w.weekday - today.getDayOfWeek().getValue(), 7);
                var next = today.plusDays(ahead);
                found.add(expression(lexemes, i, i + 1, context, next, next.minusDays(7)));
            } else if (w.is(Role.NAMED_DAY) && reference != null) {
                var day = reference.toLocalDate().plusDays(w.is(Role.TODAY) ? 0 : w.is(Role.TOMORROW) ? 1 : -1);
                found.add(expression(lexemes, i, i + 1, context, day, day));
            } else if (w.isMonth() && lexemes.isNumber(i + 1) && lexemes.value(i + 1) <= 28 && reference != null) {
                var day = LocalDate.of(reference.getYear(), w.month, Math.max(1, lexemes.value(i + 1)));
                found.add(expression(lexemes, i, i + 2, context, day, day));
                i++;
            }
        }
        return found;
    }

    private static DateExpression expression(
            Lexemes x, int from, int to, DateContext context, LocalDate first, LocalDate other) {
        var start = x.start(from);
        var end = x.end(to - 1);
        var readings =
                first.equals(other) ? List.of(Reading.day(first)) : List.of(Reading.day(first), Reading.day(other));
        return new DateExpression(
                start,
                end,
                x.text.substring(start, end),
                Precision.DAY,
                DateExpression.Kind.POINT,
                Direction.EITHER,
                Bound.NONE,
                readings,
                context.zone(),
                1,
                null);
    }
}
