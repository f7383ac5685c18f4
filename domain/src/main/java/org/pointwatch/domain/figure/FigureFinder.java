// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.PlanPoint;
import org.pointwatch.domain.quote.Quote;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.domain.tagging.Words;

/**
 * Finds numbers about points. A number belongs to the points whose watched figures match it; if none does, to the point
 * whose evidence is nearest in its sentence among those that watch its unit. Casualties, polls, dates, ages and plain
 * counts belong to none. A pure function; the work is in proportion to the text.
 */
public final class FigureFinder {
    /** For each point the units that its figures name. */
    private final Map<String, Set<String>> units = new HashMap<>();

    private FigureFinder(List<PlanPoint> points) {
        for (var point : points) {
            for (var figure : point.figures()) {
                var own = units.computeIfAbsent(point.id(), p -> new LinkedHashSet<>());
                own.addAll(CountedUnits.named(figure.unit()));
            }
        }
    }

    public static FigureFinder of(Dossier dossier) {
        return new FigureFinder(dossier.points());
    }

    /**
     * In text order.
     *
     * @param quotes of the same text: whose words hold a figure says so
     */
    public List<Figure> find(Words words, TagResult tags, List<Quote> quotes) {
        var found = new ArrayList<Figure>();
        var counts = new Counts(words);
        Places places = null;
        var free = 0;
        for (int w = 0; w < words.count(); w++) {
            var count = w < free ? null : counts.at(w);
            if (count != null) {
                free = count.lastWord() + 1;
                places = places == null ? new Places(words, tags, units) : places;
                for (var point : points(count, words, places)) {
                    found.add(figure(point, count, words, quotes));
                }
            }
        }
        return found;
    }

    /** In the order of the dossier's figures. */
    private static List<String> points(Count count, Words words, Places places) {
        var points = new ArrayList<String>();
        for (int w = count.word(); w <= count.lastWord(); w++) {
            for (var watched : words.watched(w)) {
                if (count.fits(CountedUnits.named(watched.unit())) && !points.contains(watched.point())) {
                    points.add(watched.point());
                }
            }
        }
        var near = points.isEmpty() ? places.nearest(count) : null;
        if (near != null) {
            points.add(near);
        }
        return points;
    }

    private Figure figure(String point, Count count, Words words, List<Quote> quotes) {
        var unit = count.unit() == null ? own(point) : count.unit();
        var text = words.text().substring(count.start(), count.end());
        return new Figure(point, count.value(), unit, text, count.start(), count.end(), speaker(count.start(), quotes));
    }

    /** What a bare number counts: the first unit that the point's figures name. */
    private String own(String point) {
        var own = units.getOrDefault(point, Set.of());
        return own.isEmpty() ? CountedUnits.BARE : own.iterator().next();
    }

    private static @Nullable String speaker(int offset, List<Quote> quotes) {
        var low = 0;
        var high = quotes.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (quotes.get(middle).start() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low > 0 && offset < quotes.get(low - 1).end()
                ? quotes.get(low - 1).speaker()
                : null;
    }
}
