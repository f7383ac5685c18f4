// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Adds sentences of other matters: after the text, or spread through it. */
record Extending(int percent, boolean spread, String language, Fillers fillers) implements Change {
    @Override
    public Draft apply(Draft draft, Random random) {
        var added = fillers.sentences(language, draft.words() * percent / 100, random);
        var paragraphs = new ArrayList<>(draft.paragraphs());
        for (int i = 0; i < added.size(); i += 2) {
            var paragraph = String.join(" ", added.subList(i, Math.min(i + 2, added.size())));
            paragraphs.add(spread ? 1 + random.nextInt(paragraphs.size()) : paragraphs.size(), paragraph);
        }
        return draft.withParagraphs(List.copyOf(paragraphs));
    }
}
