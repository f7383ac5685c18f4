// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Words;

/**
 * Judges how a sentence speaks of a target in it. The answer is a pure function of its arguments, because findings must be.
 * Safe for use by many threads. Never throws on a text, and its work is bounded however long a sentence is.
 */
public interface SentimentScorer {
    /** Of a target of one article at most this many mentions are judged, the first ones: fewer where one takes long. */
    default int mostMentions() {
        return 100;
    }

    /** Whether targets in such a text are judged at all; null is an unknown language. */
    boolean speaks(@Nullable String language);

    /**
     * @param start of the target, an offset into {@link Words#text()}
     * @param end exclusive. A target over several sentences is judged by its first
     * @param language of the text, ISO 639-1; null if unknown
     * @return an abstention if the target is outside the text or has no word, or nobody knows the language
     */
    Sentiment score(Words words, int start, int end, @Nullable String language);
}
