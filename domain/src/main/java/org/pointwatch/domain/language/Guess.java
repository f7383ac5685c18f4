// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.language;

/**
 * What a text looks like.
 *
 * @param language ISO 639-1, lower case
 * @param confidence 0 to 1; see {@link Languages} for what it takes to be believed
 */
public record Guess(String language, double confidence) {
    public Guess {
        if (!language.equals(Languages.code(language))) {
            throw new IllegalArgumentException("no code of ISO 639-1: " + language);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence is between 0 and 1, not " + confidence);
        }
    }
}
