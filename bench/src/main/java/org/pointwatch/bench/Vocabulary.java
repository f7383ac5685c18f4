// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench;

import java.util.List;
import java.util.SplittableRandom;

/** Made-up words with the frequencies of a language, and sentences that a dossier's rules find. */
final class Vocabulary {
    private static final int WORDS = 30_000;
    private static final String[] SYLLABLES = {
        "ba", "co", "di", "fe", "gu", "ha", "jo", "ki", "le", "mu", "na", "po", "ri", "sa", "te", "vu", "wa", "xe",
        "yo", "zi"
    };
    private static final int POINTS = 5;
    private static final int ACTORS = 8;

    private final SplittableRandom random;
    private final List<String> pointSentences;
    private final List<String> actorNames;
    private final String[] words = new String[WORDS];

    Vocabulary(SplittableRandom random, List<String> pointSentences, List<String> actorNames) {
        this.random = random;
        this.pointSentences = pointSentences;
        this.actorNames = actorNames;
        for (var i = 0; i < WORDS; i++) {
            words[i] = word(i);
        }
    }

    String title() {
        return sentence().replace(".", "");
    }

    String text(int length, boolean onTopic) {
        var text = new StringBuilder(length * 7);
        var written = 0;
        if (onTopic) {
            written = topic(text);
        }
        while (written < length) {
            var n = 8 + random.nextInt(20);
            sentence(text, n);
            written += n;
            text.append(random.nextInt(4) == 0 ? '\n' : ' ');
        }
        return text.toString().strip();
    }

    String sentence() {
        var out = new StringBuilder();
        sentence(out, 8 + random.nextInt(6));
        return out.toString();
    }

    private int topic(StringBuilder text) {
        for (var i = 0; i < POINTS; i++) {
            text.append(pointSentences.get(random.nextInt(pointSentences.size())))
                    .append(' ');
        }
        for (var i = 0; i < ACTORS; i++) {
            var name = actorNames.get(random.nextInt(actorNames.size()));
            text.append(name).append(" said the peace plan for Ukraine needed more time in Kyiv. ");
        }
        text.append('\n');
        return POINTS * 15 + ACTORS * 12;
    }

    private void sentence(StringBuilder out, int length) {
        for (var i = 0; i < length; i++) {
            var word = words[rank()];
            out.append(i == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
            out.append(i == length - 1 ? "." : " ");
        }
    }

    /** Zipf by inversion: rank r about as often as 1/r. */
    private int rank() {
        return (int) Math.min(WORDS - 1, Math.pow(WORDS, random.nextDouble()) - 1);
    }

    private static String word(int number) {
        var out = new StringBuilder();
        var rest = number + 17;
        while (rest > 0) {
            out.append(SYLLABLES[rest % SYLLABLES.length]);
            rest /= SYLLABLES.length;
        }
        return out.toString();
    }
}
