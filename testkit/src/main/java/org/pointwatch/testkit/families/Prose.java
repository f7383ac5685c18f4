// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.List;
import java.util.regex.Pattern;

/** Words and sentences of the base texts, which use no full stop inside a sentence. */
final class Prose {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…][\"“”»]?)\\s+(?=[\\p{Lu}\\p{N}\"“„«])");

    private Prose() {}

    static int words(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            words += inWord || space ? 0 : 1;
            inWord = !space;
        }
        return words;
    }

    static List<String> sentences(String paragraph) {
        return List.of(SENTENCE_END.split(paragraph));
    }

    static List<String> sentences(Draft draft) {
        return draft.paragraphs().stream()
                .flatMap(paragraph -> sentences(paragraph).stream())
                .toList();
    }

    /** The first {@code count} words, as they are. */
    static String head(String text, int count) {
        var words = text.strip().split("\\s+");
        return String.join(" ", List.of(words).subList(0, Math.min(count, words.length)));
    }
}
