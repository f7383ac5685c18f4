// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.PlanPoint;
import org.pointwatch.domain.dossier.StanceCues;
import org.pointwatch.domain.tagging.Words;

/**
 * By which words a sentence names a point's content, or the opposite of it, in one language. Where the dossier tells none, what
 * proves the point names its content; where it tells them for other languages only, nothing does.
 */
final class PointCues {
    /** A phrase found: how long, and whether it names what the point lays down (1) or the opposite (-1). */
    record Hit(int length, int direction) {}

    private static final String GAP = "...";
    private static final int WIDEST_GAP = 4;
    private static final Set<String> NOT = Set.of("not", "never", "no", "neither");
    private static final String PROOF = "*";

    private record Part(String word, boolean prefix, boolean gapBefore) {
        boolean fits(String plain) {
            return prefix ? plain.startsWith(word) : plain.equals(word);
        }
    }

    private record Phrase(Part[] parts, int direction) {}

    /** @param byEvidence whether the words that prove the point name its content */
    private record Cues(Map<Character, List<Phrase>> phrases, boolean byEvidence) {}

    private final Map<String, Cues> points = new HashMap<>();

    PointCues(Dossier dossier, String language) {
        dossier.points().forEach(p -> points.put(p.id(), cues(p, language)));
    }

    private static Cues cues(PlanPoint point, String language) {
        var planned = phrases(point.stance().planned(), language);
        var opposite = phrases(point.stance().opposite(), language);
        var phrases = new ArrayList<Phrase>();
        planned.stream().filter(p -> !p.equals(PROOF)).forEach(p -> phrases.add(phrase(p, 1)));
        opposite.forEach(p -> phrases.add(phrase(p, -1)));
        phrases.sort(Comparator.comparingInt((Phrase p) -> p.parts.length).reversed());
        var byLetter = new HashMap<Character, List<Phrase>>();
        phrases.stream()
                .filter(p -> p.parts.length > 0 && !p.parts[0].word.isEmpty())
                .forEach(p -> byLetter.computeIfAbsent(p.parts[0].word.charAt(0), c -> new ArrayList<>())
                        .add(p));
        return new Cues(byLetter, point.stance().equals(StanceCues.NONE) || planned.contains(PROOF));
    }

    private static List<String> phrases(Map<String, List<String>> byLanguage, String language) {
        var all = new ArrayList<>(byLanguage.getOrDefault(language, List.of()));
        all.addAll(byLanguage.getOrDefault("any", List.of()));
        return all;
    }

    private static Phrase phrase(String written, int direction) {
        var parts = new ArrayList<Part>();
        var gap = false;
        for (var word : written.replace('-', ' ').trim().split(" +")) {
            if (word.equals(GAP)) {
                gap = true;
                continue;
            }
            var prefix = word.endsWith("*");
            parts.add(new Part(Words.plain(word), prefix, gap && !parts.isEmpty()));
            gap = false;
        }
        return new Phrase(parts.toArray(Part[]::new), direction);
    }

    /** Whether the words that prove a point may be taken for its content. */
    boolean byEvidence(String point) {
        var cues = points.get(point);
        return cues != null && cues.byEvidence;
    }

    /** The longest phrase of a point that begins at a word; null if none does. */
    @Nullable
    Hit at(Scene scene, int i, int limit, String point) {
        var cues = points.get(point);
        var word = scene.plain(i);
        if (cues != null && !word.isEmpty()) {
            for (var phrase : cues.phrases.getOrDefault(word.charAt(0), List.of())) {
                var length = matched(phrase.parts, scene, i, limit);
                if (length > 0) {
                    return new Hit(length, phrase.direction);
                }
            }
        }
        return null;
    }

    /** "sanctions must not be lifted": a gap does not reach over a negation. */
    private static boolean isTurned(Scene scene, int i, Part part) {
        return part.gapBefore && !part.fits(scene.plain(i)) && NOT.contains(scene.plain(i));
    }

    /** How many words it takes, 0 if it is not there. */
    private static int matched(Part[] parts, Scene scene, int from, int limit) {
        var at = from;
        for (var part : parts) {
            var last = Math.min(limit - 1, at + (part.gapBefore ? WIDEST_GAP : 0));
            while (at <= last && !part.fits(scene.plain(at)) && !isTurned(scene, at, part)) {
                at++;
            }
            if (at > last || isTurned(scene, at, part)) {
                return 0;
            }
            at++;
        }
        return at - from;
    }
}
