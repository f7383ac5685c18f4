// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.function.UnaryOperator;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;
import org.jspecify.annotations.Nullable;

/** The stem of a folded word, by the Snowball rules of its language. */
final class Stems {
    private Stems() {}

    /** Null if there are no such rules. */
    static @Nullable UnaryOperator<String> of(String language) {
        var algorithm = algorithm(language);
        // A stemmer keeps the word it works on, so each word gets its own.
        return algorithm == null
                ? null
                : word -> new SnowballStemmer(algorithm).stem(word).toString();
    }

    private static @Nullable ALGORITHM algorithm(String language) {
        return switch (language) {
            case "en" -> ALGORITHM.ENGLISH;
            case "de" -> ALGORITHM.GERMAN;
            case "fr" -> ALGORITHM.FRENCH;
            case "es" -> ALGORITHM.SPANISH;
            case "ru" -> ALGORITHM.RUSSIAN;
            case "it" -> ALGORITHM.ITALIAN;
            case "nl" -> ALGORITHM.DUTCH;
            case "pt" -> ALGORITHM.PORTUGUESE;
            default -> null;
        };
    }
}
