// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pointwatch.domain.dates.DateContext;
import org.pointwatch.domain.dates.DateExpression;
import org.pointwatch.domain.dates.DateFinder;

/**
 * Finds dates in texts whose language nobody told. A line is often too short to tell it by its looks, so English and
 * what it looks like both read it, and the one that can read more of it is believed.
 */
final class DateReading {
    private static final String ENGLISH = "en";

    private final LineLanguage languages = new LineLanguage();
    private final Map<String, DateFinder> finders = new HashMap<>();

    List<DateExpression> find(DateLine line) {
        if (line.language() != null) {
            return find(line.language(), line.text(), line.context());
        }
        var english = find(ENGLISH, line.text(), line.context());
        var guess = languages.claimed(null, "", line.text());
        if (guess == null || guess.equals(ENGLISH)) {
            return english;
        }
        var other = find(guess, line.text(), line.context());
        return length(other) > length(english) ? other : english;
    }

    private List<DateExpression> find(String language, String text, DateContext context) {
        return Objects.requireNonNull(finders.computeIfAbsent(language, DateFinder::of))
                .find(text, context);
    }

    private static int length(List<DateExpression> found) {
        return found.stream().mapToInt(e -> e.end() - e.start()).sum();
    }
}
