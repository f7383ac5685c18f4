// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

/** How an article stands to its story. */
public enum Relation {
    ORIGINAL,
    /** Another outlet carries the text: whole, abridged or extended. */
    COPY,
    /** An outlet's own later version under a new URL. */
    UPDATE,
    /** Another outlet's sentence-by-sentence paraphrase: its own story, linked to its source. */
    REWRITE;

    /** Whether the article opens a story of its own, and so is counted under <i>stories</i>. */
    public boolean ownStory() {
        return this == ORIGINAL || this == REWRITE;
    }
}
