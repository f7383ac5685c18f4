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
        @Nullable String language, List<Sentence> sentences, List<PointMention> points, List<ActorMention> actors) {}
