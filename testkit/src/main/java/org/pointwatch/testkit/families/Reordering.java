// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;

/** Puts the paragraphs into another order; the first may be left in its place. */
record Reordering(boolean keepLead) implements Change {
    @Override
    public Draft apply(Draft draft, Random random) {
        var paragraphs = new ArrayList<>(draft.paragraphs());
        var movable = paragraphs.subList(keepLead ? 1 : 0, paragraphs.size());
        Collections.shuffle(movable, random);
        if (paragraphs.equals(draft.paragraphs())) {
            Collections.rotate(movable, 1);
        }
        return draft.withParagraphs(paragraphs);
    }
}
