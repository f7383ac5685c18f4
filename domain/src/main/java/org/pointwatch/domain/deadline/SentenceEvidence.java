// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pointwatch.domain.deadline.Statement.Named;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.domain.tagging.Words;

import static org.pointwatch.domain.dossier.DeadlineCue.*;

/** What the tagger found, by sentence. */
final class SentenceEvidence {
    private final Words words;
    private final List<List<Named>> actors = new ArrayList<>();
    private final List<List<Named>> points = new ArrayList<>();

    SentenceEvidence(Words words, TagResult tags) {
        this.words = words;
        for (int s = 0; s < words.sentences(); s++) {
            actors.add(List.of());
            points.add(List.of());
        }
        tags.actors().forEach(a -> a.evidence().forEach(e -> add(actors, a.actor(), e)));
        tags.points().forEach(p -> p.evidence().forEach(e -> add(points, p.point(), e)));
    }

    List<Named> actors(int sentence) {
        return inOrder(actors.get(sentence));
    }

    List<Named> points(int sentence) {
        return inOrder(points.get(sentence));
    }

    /** Its own words or those beside it must be about the negotiation, and not about other business alone. */
    boolean isAboutIt(int sentence, Hits hits) {
        if (hits.has(TALKS) && !hits.has(OTHER) || !points.get(sentence).isEmpty()) {
            return true;
        }
        return !hits.has(OTHER)
                && (hits.has(DEADLINE) && hits.has(ANSWER)
                        || isNamed(sentence)
                        || isNamed(sentence - 1)
                        || isNamed(sentence + 1));
    }

    private boolean isNamed(int sentence) {
        return sentence >= 0
                && sentence < actors.size()
                && !(actors.get(sentence).isEmpty() && points.get(sentence).isEmpty());
    }

    private void add(List<List<Named>> to, String id, Evidence e) {
        var first = wordAt(e.start());
        var end = first + 1;
        while (end < words.count() && words.start(end) < e.end()) {
            end++;
        }
        var sentence = words.sentenceOf(first);
        if (to.get(sentence).isEmpty()) {
            to.set(sentence, new ArrayList<>());
        }
        to.get(sentence).add(new Named(id, first, end));
    }

    private static List<Named> inOrder(List<Named> named) {
        if (named.size() > 1) {
            named.sort(Comparator.comparingInt(Named::from));
        }
        return named;
    }

    /** The last word that begins at an offset or before it. */
    private int wordAt(int offset) {
        var low = 0;
        var high = words.count() - 1;
        while (low < high) {
            var middle = (low + high + 1) >>> 1;
            if (words.start(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
