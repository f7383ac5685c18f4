// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import org.jspecify.annotations.Nullable;

/**
 * An attributed statement about a point.
 *
 * @param stance support, oppose, conditional; unknown if it tells none
 * @param start of the statement, in UTF-16 units into title + "\n\n" + text
 * @param end exclusive
 * @param sentence index into the finding's sentences: the one that tells it
 * @param text the words: a quotation, or the sentence that attributes the position
 * @param by who says so, actor id or name as written, where somebody else speaks for the actor; null if nobody does
 */
public record StanceMention(
        String actor, String point, String stance, int start, int end, int sentence, String text, @Nullable String by) {
    /** UTF-16 units of the words that are kept; the sentence has more. */
    public static final int LONGEST = 500;

    public StanceMention {
        text = cut(text);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return text.substring(0, end) + "…";
    }
}
