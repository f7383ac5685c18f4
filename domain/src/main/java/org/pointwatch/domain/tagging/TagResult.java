// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
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

    static TagResult empty(Outcome outcome, @Nullable String language) {
        return new TagResult(outcome, language, List.of(), List.of(), List.of());
    }
}
