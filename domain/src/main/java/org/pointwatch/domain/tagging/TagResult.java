// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the tagger found in one text.
 *
 * @param language ISO 639-1, null if unknown
 * @param sentences the sentences that evidence points into, in text order
 * @param points in dossier order, at most one element a point
 * @param actors in dossier order, at most one element an actor
 */
public record TagResult(
        Outcome outcome,
        @Nullable String language,
        List<Sentence> sentences,
        List<PointMention> points,
        List<ActorMention> actors) {

    /** Why there is something in it, or nothing. */
    public enum Outcome {
        /** The rules were asked. */
        READ,
        /** The gate stayed closed: it is about something else. */
        OFF_TOPIC,
        /** The dossier has no rules for the language. */
        UNKNOWN_LANGUAGE
    }

    /** The same with more sentences, in text order again. */
    public TagResult including(Collection<Sentence> more) {
        var all = new TreeMap<Integer, Sentence>();
        sentences.forEach(s -> all.put(s.start(), s));
        more.forEach(s -> all.putIfAbsent(s.start(), s));
        if (all.size() == sentences.size()) {
            return this;
        }
        var rank = new HashMap<Integer, Integer>();
        all.keySet().forEach(start -> rank.put(start, rank.size()));
        var moved = sentences.stream().map(s -> rank.getOrDefault(s.start(), 0)).toList();
        return new TagResult(
                outcome,
                language,
                List.copyOf(all.values()),
                points.stream()
                        .map(p ->
                                new PointMention(p.point(), p.confidence(), p.sentiment(), moved(p.evidence(), moved)))
                        .toList(),
                actors.stream()
                        .map(a -> new ActorMention(a.actor(), a.sentiment(), moved(a.evidence(), moved)))
                        .toList());
    }

    private static List<Evidence> moved(List<Evidence> evidence, List<Integer> to) {
        return evidence.stream()
                .map(e -> new Evidence(e.start(), e.end(), to.get(e.sentence()), e.rule()))
                .toList();
    }

    static TagResult empty(Outcome outcome, @Nullable String language) {
        return new TagResult(outcome, language, List.of(), List.of(), List.of());
    }
}
