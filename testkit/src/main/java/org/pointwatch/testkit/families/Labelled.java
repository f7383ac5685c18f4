// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article and what the commands of the contract should say about it.
 *
 * @param text paragraphs separated by a newline; of a short entry, its summary
 * @param family articles of one family descend from one report, or are meant to be confused with one another
 * @param kind how the article was made, a label of {@link Kind}
 * @param truthStory id of the original of its story
 * @param truthRelation original, copy or update
 * @param truthOf null for an original, else the same as {@code truthStory}
 */
public record Labelled(
        String id,
        String outlet,
        String title,
        String text,
        Instant published,
        String family,
        String kind,
        String truthStory,
        String truthRelation,
        @Nullable String truthOf) {

    public boolean isOriginal() {
        return truthOf == null;
    }
}
