// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An outlet's own later version: a part of the paragraphs replaced, figures changed, sometimes a paragraph more. */
record Updating(String language, Fillers fillers) implements Change {
    private static final Pattern FIGURE = Pattern.compile("(?<![\\d.,:])[1-9]\\d{0,2}(?![\\d.,:]\\d|\\d)");
    private static final double LEAST_KEPT = 0.62;
    private static final double MOST_KEPT = 0.78;
    private static final int HALF_A_SENTENCE = 9;

    @Override
    public Draft apply(Draft draft, Random random) {
        var paragraphs = new ArrayList<>(draft.paragraphs());
        double kept = draft.words();
        for (int place : places(paragraphs.size(), random)) {
            double after = kept - Prose.words(paragraphs.get(place));
            if (kept > MOST_KEPT * draft.words() && after >= LEAST_KEPT * draft.words()) {
                paragraphs.set(place, news(Prose.words(paragraphs.get(place)) - HALF_A_SENTENCE, random));
                kept = after;
            }
        }
        if (random.nextBoolean()) {
            paragraphs.add(news(20, random));
        }
        paragraphs.replaceAll(paragraph -> figures(paragraph, random));
        return draft.withParagraphs(paragraphs);
    }

    /** All but the lead, which an update keeps. */
    private static List<Integer> places(int paragraphs, Random random) {
        var places = IntStream.range(1, paragraphs).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(places, random);
        return places;
    }

    private String news(int words, Random random) {
        return String.join(" ", fillers.sentences(language, Math.max(1, words), random));
    }

    private static String figures(String paragraph, Random random) {
        return FIGURE.matcher(paragraph)
                .replaceAll(figure -> random.nextInt(3) > 0
                        ? figure.group()
                        : Integer.toString(Integer.parseInt(figure.group()) + 1 + random.nextInt(4)));
    }
}
