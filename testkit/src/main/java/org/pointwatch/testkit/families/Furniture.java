// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What an outlet puts around and between the paragraphs of each of its articles. */
record Furniture(String language, List<String> header, List<String> inline, List<String> footer) {
    static Furniture of(Section section) {
        var language = section.attribute("language");
        return new Furniture(
                language.isEmpty() ? "en" : language, section.tagged("H"), section.tagged("I"), section.tagged("F"));
    }

    /** The draft in this furniture; {@code {headline}} in a line is filled with one of the headlines. */
    Change around(List<String> headlines) {
        var slots = Slots.named().with("headline", headlines);
        return (draft, random) -> {
            var paragraphs = new ArrayList<>(draft.paragraphs());
            for (var line : inline) {
                paragraphs.add(1 + random.nextInt(paragraphs.size()), slots.fill(line, random));
            }
            paragraphs.addAll(0, filled(header, slots, random));
            paragraphs.addAll(filled(footer, slots, random));
            return draft.withParagraphs(paragraphs);
        };
    }

    private static List<String> filled(List<String> lines, Slots slots, Random random) {
        return lines.stream().map(line -> slots.fill(line, random)).toList();
    }
}
