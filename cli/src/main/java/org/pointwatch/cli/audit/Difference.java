// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as the facts say.
 *
 * @param what finding, story, coverage, deadline, table:..., or unreadable
 * @param key of the record or row
 * @param found what is published there
 * @param expected what the facts come to
 * @param articles the first few of those that make it up
 * @param of how many there are
 */
public record Difference(
        String what, String key, @Nullable String found, @Nullable String expected, List<String> articles, int of) {
    private static final String NOTHING = "nothing";

    static Difference of(String what, String article, @Nullable String found, @Nullable String expected) {
        return new Difference(what, article, found, expected, List.of(), 0);
    }

    @Override
    public String toString() {
        return what + " " + key + ": " + (found == null ? NOTHING : found) + ", expected "
                + (expected == null ? NOTHING : expected)
                + (articles.isEmpty()
                        ? ""
                        : "; of " + String.join(", ", articles) + (of > articles.size() ? " ... (" + of + ")" : ""));
    }
}
