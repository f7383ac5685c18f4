// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts another word of the same texts in the place of every longer word, which word being fixed by the random source:
 * nonsense with the word frequencies of news, enough for measuring speed.
 */
final class Rewording {
    private static final Pattern WORD = Pattern.compile("\\p{L}{5,}");
    private static final int FEWEST_WORDS = 3;

    private final List<String> vocabulary;

    private Rewording(List<String> vocabulary) {
        this.vocabulary = vocabulary;
    }

    static Rewording of(List<String> sentences) {
        return new Rewording(sentences.stream()
                .flatMap(sentence -> WORD.matcher(sentence).results())
                .map(match -> match.group())
                .distinct()
                .sorted()
                .toList());
    }

    /** Whether the sentence has enough longer words to become a different one. */
    static boolean tells(String sentence) {
        return WORD.matcher(sentence).results().count() >= FEWEST_WORDS;
    }

    List<String> of(List<String> sentences, Random random) {
        var others = new ArrayList<>(vocabulary);
        Collections.shuffle(others, random);
        Map<String, String> substitutes = new HashMap<>();
        for (int i = 0; i < others.size(); i++) {
            substitutes.put(vocabulary.get(i), others.get(i));
        }
        return sentences.stream()
                .map(sentence -> reworded(sentence, substitutes))
                .toList();
    }

    private static String reworded(String sentence, Map<String, String> substitutes) {
        return WORD.matcher(sentence)
                .replaceAll(word -> Matcher.quoteReplacement(substitutes.getOrDefault(word.group(), word.group())));
    }
}
