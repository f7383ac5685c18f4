// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Sentences that belong to no report, for what is added to a text. */
final class Fillers {
    private final Map<String, List<String>> templates;
    private final Slots slots;

    private Fillers(Map<String, List<String>> templates, Slots slots) {
        this.templates = templates;
        this.slots = slots;
    }

    static Fillers load() {
        var templates = Sections.of("fillers.txt").stream()
                .collect(Collectors.toUnmodifiableMap(Section::name, Section::lines));
        return new Fillers(templates, Slots.named());
    }

    /** Different sentences of at least so many words together. */
    List<String> sentences(String language, int words, Random random) {
        var order = new ArrayList<>(templates.getOrDefault(language, List.of()));
        Collections.shuffle(order, random);
        var chosen = new ArrayList<String>();
        int count = 0;
        for (var template : order) {
            if (count >= words) {
                return chosen;
            }
            var sentence = slots.fill(template, random);
            chosen.add(sentence);
            count += Prose.words(sentence);
        }
        throw new IllegalStateException("fillers.txt: section " + language + " has too few sentences for " + words
                + " words; write more of them");
    }

    String sentence(String language, Random random) {
        return sentences(language, 1, random).get(0);
    }
}
