// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.search.SearchPieces;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.wire.record.Finding;

/** By which words a search may meet an article: those of its title and of the sentences of its mentions. */
final class SearchWords {
    /** So much of a title or sentence is searched; the desk cuts there, too. */
    private static final int LONGEST = 10_000;

    /** PostgreSQL's limit for one row is a megabyte. */
    private static final int MOST_BYTES = 900_000;

    private SearchWords() {}

    /**
     * Empty without mentions, which alone are found; null if there are mentions without a word, or more words than can be kept:
     * whoever asks has to look at the mentions.
     */
    static @Nullable String of(Finding finding) {
        var found = mentioned(finding);
        if (found.isEmpty()) {
            return "";
        }
        var pieces = new HashSet<String>();
        SearchPieces.add(finding.title(), LONGEST, pieces);
        for (var number : found) {
            if (number >= 0 && number < finding.sentences().size()) {
                SearchPieces.add(finding.sentences().get(number).text(), LONGEST, pieces);
            }
        }
        var words = String.join(" ", pieces);
        return words.isEmpty() || Text.bytes(words) > MOST_BYTES ? null : words;
    }

    private static Set<Integer> mentioned(Finding finding) {
        var numbers = new TreeSet<Integer>();
        finding.points().forEach(point -> add(point.evidence(), numbers));
        finding.actors().forEach(actor -> add(actor.evidence(), numbers));
        return numbers;
    }

    private static void add(Iterable<Evidence> places, Set<Integer> numbers) {
        places.forEach(place -> numbers.add(place.sentence()));
    }
}
