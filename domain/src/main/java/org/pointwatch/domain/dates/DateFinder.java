// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Tokens;

/**
 * Finds the expressions of time of one language. Safe for many threads; a language that is not known has dates in
 * digits only.
 *
 * <p>What is no date is left alone and raises nothing: 31 February, 25:61, a year beyond 9999. At most {@link #MOST}
 * expressions are given for one text; a list of that length was cut, and the caller counts it.
 */
public final class DateFinder {
    /** More are never given for one text: no article has as many, a page of a calendar has. */
    public static final int MOST = 400;

    private final Grammar grammar;

    private DateFinder(Grammar grammar) {
        this.grammar = grammar;
    }

    /** @param language ISO 639-1; null or unknown for dates in digits only */
    public static DateFinder of(@Nullable String language) {
        return new DateFinder(Grammar.of(language));
    }

    /** The expressions in order, none inside another. */
    public List<DateExpression> find(String text, DateContext context) {
        return grammar.find(Lexemes.of(text, grammar.words()), context);
    }

    /** The same for a text that is already cut into words: offsets are those of its tokens. */
    public List<DateExpression> find(Tokens tokens, DateContext context) {
        return grammar.find(Lexemes.of(tokens, grammar.words()), context);
    }
}
