// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.domain.tagging.Words;

/** Where points that watch a unit are proved, by sentence. */
final class Places {
    /** Fewer soldiers than that are a unit or a loss, not the size of an army. */
    private static final double FEWEST_PERSONS = 1_000;

    private record Place(String point, Set<String> units, int start, int end) {}

    private final Words words;
    private final Map<Integer, List<Place>> bySentence = new HashMap<>();

    Places(Words words, TagResult tags, Map<String, Set<String>> units) {
        this.words = words;
        for (var mention : tags.points()) {
            var own = units.get(mention.point());
            if (own != null) {
                for (var e : mention.evidence()) {
                    bySentence
                            .computeIfAbsent(sentenceAt(e.start()), s -> new ArrayList<>())
                            .add(new Place(mention.point(), own, e.start(), e.end()));
                }
            }
        }
    }

    private int sentenceAt(int offset) {
        var low = 0;
        var high = words.sentences() - 1;
        while (low < high) {
            var middle = (low + high + 1) >>> 1;
            if (words.sentenceStart(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The point that a number is about for want of a rule; null if it counts what none of them watches. */
    @Nullable
    String nearest(Count count) {
        var unit = count.unit();
        if (unit == null || unit.equals(CountedUnits.PERSONS) && count.value() < FEWEST_PERSONS) {
            return null;
        }
        Place nearest = null;
        for (var place : bySentence.getOrDefault(words.sentenceOf(count.word()), List.of())) {
            if (place.units().contains(unit) && (nearest == null || gap(place, count) < gap(nearest, count))) {
                nearest = place;
            }
        }
        return nearest == null ? null : nearest.point();
    }

    private static int gap(Place place, Count count) {
        return Math.max(0, Math.max(place.start() - count.end(), count.start() - place.end()));
    }
}
