// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a text from left to right; at each place the longest expression that begins there. */
final class Grammar {
    private static final Map<String, Words> LANGUAGES = new HashMap<>();
    private static final Words NO_WORDS = new Words().dayFirst();

    static {
        LANGUAGES.put("en", English.words());
        LANGUAGES.put("de", German.words());
        LANGUAGES.put("fr", French.words());
        LANGUAGES.put("uk", Ukrainian.words());
        LANGUAGES.put("ru", Russian.words());
        LANGUAGES.put("pl", Polish.words());
        LANGUAGES.put("es", Spanish.words());
    }

    private final Words words;

    private Grammar(Words words) {
        this.words = words;
    }

    static Grammar of(@Nullable String language) {
        return new Grammar(language == null ? NO_WORDS : LANGUAGES.getOrDefault(language, NO_WORDS));
    }

    Words words() {
        return words;
    }

    List<DateExpression> find(Lexemes lexemes, DateContext context) {
        var found = new ArrayList<DateExpression>();
        var reading = new Reader(lexemes, context);
        for (int i = 0; i < lexemes.count && found.size() < DateFinder.MOST; i++) {
            if (lexemes.word(i) == Word.NONE
                    && !lexemes.isNumber(i)
                    && !lexemes.isSign(i, '<')
                    && !lexemes.isSign(i, '>')) {
                continue;
            }
            var expression = reading.at(i);
            if (expression != null) {
                found.add(expression);
                i = reading.end() - 1;
            }
        }
        return found;
    }
}
