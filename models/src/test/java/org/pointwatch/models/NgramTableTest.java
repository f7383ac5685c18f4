// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.models;

import com.optimaize.langdetect.ngram.NgramExtractors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Held against the library's extractor. */
final class NgramTableTest {
    private static final String LETTERS = "aбε' 漢éz ";

    private final Random random = new Random(7);

    @RepeatedTest(200)
    void findsWhatTheLibraryFinds() {
        var learnt = text(60);
        var known = new HashMap<String, float[]>();
        grams(learnt).forEach(g -> known.put(g, new float[] {known.size()}));
        var text = text(random.nextInt(80));
        assertThat(found(known, text))
                .containsExactlyInAnyOrderElementsOf(
                        grams(text).stream().filter(known::containsKey).toList());
    }

    @Test
    void aTextWithoutLettersHasNone() {
        assertThat(found(Map.of("a", new float[] {0}), "")).isEmpty();
        assertThat(found(Map.of("a", new float[] {0}), " ")).isEmpty();
        assertThat(found(Map.of(), "a")).isEmpty();
    }

    private static List<String> found(Map<String, float[]> known, String text) {
        var names = new HashMap<float[], String>();
        known.forEach((name, row) -> names.put(row, name));
        var found = new ArrayList<String>();
        new NgramTable(known).forEach(text, row -> found.add(names.getOrDefault(row, "?")));
        return found;
    }

    private static List<String> grams(String text) {
        return List.copyOf(NgramExtractors.standard().extractCountedGrams(text).keySet());
    }

    private String text(int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
