// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weights of features, as training left them: how much each speaks for negative and for positive against neutral.
 *
 * @param languages that it was trained on, ISO 639-1
 * @param classes of words
 * @param weights two a slot, negative then positive; see {@link #weight}
 * @param step what a weight of 1 is worth
 * @param negative what speaks for it before a word is read
 * @param positive likewise
 * @param net what is judged besides, where there is a target; null: nothing
 */
@SuppressWarnings("ArrayRecordComponent")
public record SentimentModel(
        List<String> languages,
        WordClasses classes,
        byte[] weights,
        float step,
        float negative,
        float positive,
        @Nullable TargetNet net) {
    public SentimentModel {
        if (weights.length != 2 << Features.TABLE_BITS) {
            throw new IllegalArgumentException(
                    "a model has " + (2 << Features.TABLE_BITS) + " weights, not " + weights.length);
        }
        languages = List.copyOf(languages);
    }

    /** A weight in steps: its square with its sign, so that the many small ones are kept apart as well as the large. */
    int weight(int at) {
        return weights[at] * Math.abs(weights[at]);
    }
}
