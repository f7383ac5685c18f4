// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dates.Bound;
import org.pointwatch.domain.dates.DateContext;
import org.pointwatch.domain.dates.DateExpression;
import org.pointwatch.domain.dates.DateFinder;
import org.pointwatch.domain.dossier.NamedDay;
import org.pointwatch.domain.tagging.Words;

/** All expressions of time of a text, placed among its words. */
final class DayPhrases {
    /** What may stand before a date, where the date itself does not hold it. */
    private static final Map<String, Bound> BOUNDS = Map.ofEntries(
            Map.entry("until", Bound.UNTIL),
            Map.entry("till", Bound.UNTIL),
            Map.entry("by", Bound.UNTIL),
            Map.entry("before", Bound.BEFORE),
            Map.entry("within", Bound.UNTIL),
            Map.entry("bis", Bound.UNTIL),
            Map.entry("spatestens", Bound.UNTIL),
            Map.entry("vor", Bound.BEFORE),
            Map.entry("binnen", Bound.UNTIL),
            Map.entry("innerhalb", Bound.UNTIL),
            Map.entry("avant", Bound.BEFORE),
            Map.entry("ici", Bound.UNTIL),
            Map.entry("jusqu", Bound.UNTIL),
            Map.entry(Words.plain("до"), Bound.UNTIL),
            Map.entry(Words.plain("протягом"), Bound.UNTIL),
            Map.entry(Words.plain("упродовж"), Bound.UNTIL));

    private final DateFinder dates;
    private final NamedDays named;

    DayPhrases(String language, List<NamedDay> days) {
        dates = DateFinder.of(language);
        named = new NamedDays(days, language);
    }

    /** In text order, none over another; those of the page's furniture are left out. */
    List<DayPhrase> find(Words words, DateContext context) {
        var found = new ArrayList<DayPhrase>();
        var word = 0;
        for (var date : dates.find(words.tokens(), context)) {
            while (word < words.count() && words.end(word) <= date.start()) {
                addOwn(words, word++, context, found);
            }
            if (word < words.count() && words.start(word) < date.end()) {
                var first = word;
                while (word < words.count() && words.start(word) < date.end()) {
                    word++;
                }
                if (!words.isFurniture(first)) {
                    found.add(placed(words, date, first, word));
                }
            }
        }
        while (word < words.count()) {
            addOwn(words, word++, context, found);
        }
        return found;
    }

    private void addOwn(Words words, int word, DateContext context, List<DayPhrase> found) {
        if (words.isFurniture(word)) {
            return;
        }
        var day = named.at(words, word, context);
        day = day == null ? Lengths.endingAt(words, word, context) : day;
        var free = found.isEmpty() ? 0 : found.get(found.size() - 1).end();
        if (day != null && day.first() >= free && words.sentenceOf(day.first()) == words.sentenceOf(day.end() - 1)) {
            found.add(withBound(words, day));
        }
    }

    private static DayPhrase placed(Words words, DateExpression date, int first, int end) {
        var core = date.core();
        var at = first;
        while (core != null && at + 1 < end && words.end(at) <= core.start()) {
            at++;
        }
        var length = date.kind() == DateExpression.Kind.TO_GO;
        var bound = date.bound() == Bound.NONE && length && !Lengths.isCount(words, first) ? Bound.UNTIL : date.bound();
        var phrase = new DayPhrase(date, first, at, end, bound, length);
        return bound == Bound.NONE ? withBound(words, phrase) : phrase;
    }

    /** Takes in the preposition before it, if there is one. */
    private static DayPhrase withBound(Words words, DayPhrase day) {
        var sentence = words.firstOf(words.sentenceOf(day.first()));
        for (int w = day.first() - 1; w >= sentence && w >= day.first() - 2; w--) {
            var bound = bound(words, w);
            if (bound != null) {
                return new DayPhrase(day.date(), w, day.core(), day.end(), bound, day.length());
            }
        }
        return day;
    }

    private static @Nullable Bound bound(Words words, int word) {
        return BOUNDS.get(words.plain(word));
    }
}
