// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.DeadlineCue;
import org.pointwatch.domain.dossier.Deadlines;
import org.pointwatch.domain.tagging.Words;

/**
 * The cues of one language. Which of them a word may begin is worked out once for each spelling and remembered in a
 * table of fixed size; threads may share it, since a lost entry is only worked out again.
 */
final class CueWords {
    private static final String GAP = "...";
    private static final int WIDEST_GAP = 4;
    private static final int REMEMBERED = 1 << 13;
    private static final Phrase[] NONE = {};

    /** A word of a phrase, with what is known of it at once. */
    private record Part(String word, boolean prefix, boolean gapBefore) {
        boolean fits(String plain) {
            return prefix ? plain.startsWith(word) : plain.equals(word);
        }
    }

    private record Phrase(DeadlineCue cue, Part[] parts) {}

    private record Known(String word, Phrase[] phrases) {}

    private final Map<String, List<Phrase>> exact = new HashMap<>();
    private final Map<String, List<Phrase>> prefixes = new HashMap<>();
    private int longest;
    private final @Nullable Known[] remembered = new Known[REMEMBERED];

    private CueWords() {}

    /** Those that are built in and those of a dossier, of the language and of any. */
    static CueWords of(String language, Deadlines dossier) {
        var words = new CueWords();
        Stream.of(
                        DefaultCues.of(language),
                        dossier.cues().getOrDefault("any", Map.of()),
                        dossier.cues().getOrDefault(language, Map.of()))
                .forEach(cues -> cues.forEach((cue, phrases) -> phrases.forEach(p -> words.add(cue, p))));
        return words;
    }

    private void add(DeadlineCue cue, String text) {
        var parts = new ArrayList<Part>();
        var gap = false;
        for (var written : text.trim().split("\\s+")) {
            if (written.equals(GAP)) {
                gap = true;
                continue;
            }
            var word = Words.plain(written);
            if (!word.isEmpty()) {
                parts.add(new Part(word, written.endsWith("*"), gap && !parts.isEmpty()));
                gap = false;
            }
        }
        if (!parts.isEmpty()) {
            var first = parts.get(0);
            longest = Math.max(longest, first.word().length());
            (first.prefix() ? prefixes : exact)
                    .computeIfAbsent(first.word(), w -> new ArrayList<>())
                    .add(new Phrase(cue, parts.toArray(Part[]::new)));
        }
    }

    /** Whether a word alone may name a deadline; cheap, for every word of a text. */
    boolean mayOpen(String plain, DeadlineCue cue) {
        for (var phrase : phrases(plain)) {
            if (phrase.cue() == cue) {
                return true;
            }
        }
        return false;
    }

    /** All cues in a sentence. */
    Hits hits(Words words, int sentence) {
        var from = words.firstOf(sentence);
        var limit = words.firstOf(sentence + 1);
        var hits = new Hits(from, limit);
        for (int w = from; w < limit; w++) {
            for (var phrase : phrases(words.plain(w))) {
                var end = end(words, phrase.parts(), w, limit);
                if (end > 0) {
                    hits.add(phrase.cue(), w, end);
                }
            }
        }
        return hits;
    }

    private static int end(Words words, Part[] parts, int from, int limit) {
        var at = from + 1;
        for (int p = 1; p < parts.length; p++) {
            var last = Math.min(limit, at + (parts[p].gapBefore() ? WIDEST_GAP + 1 : 1));
            while (at < last && !parts[p].fits(words.plain(at))) {
                at++;
            }
            if (at >= last) {
                return 0;
            }
            at++;
        }
        return at;
    }

    private Phrase[] phrases(String plain) {
        var slot = (plain.hashCode() ^ plain.hashCode() >>> 13) & REMEMBERED - 1;
        var known = remembered[slot];
        if (known == null || !known.word().equals(plain)) {
            known = new Known(plain, workOut(plain));
            remembered[slot] = known;
        }
        return known.phrases();
    }

    private Phrase[] workOut(String plain) {
        var found = new ArrayList<>(exact.getOrDefault(plain, List.of()));
        for (int n = 1; n <= Math.min(longest, plain.length()); n++) {
            found.addAll(prefixes.getOrDefault(plain.substring(0, n), List.of()));
        }
        return found.isEmpty() ? NONE : found.toArray(NONE);
    }
}
