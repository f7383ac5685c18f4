// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Made-up words with the frequencies of a language, the names and numbers of a subject among them, and sentences that a
 * dossier's rules find.
 */
final class Vocabulary {
    private static final int WORDS = 30_000;
    private static final String[] SYLLABLES = {
        "ba", "co", "di", "fe", "gu", "ha", "jo", "ki", "le", "mu", "na", "po", "ri", "sa", "te", "vu", "wa", "xe",
        "yo", "zi"
    };
    private static final int POINTS = 5;
    private static final int ACTORS = 8;

    /** Of many words so many are names, and so many numbers: 24 and 7 in 600. */
    private static final double NAMES = 0.04;

    private static final double NUMBERS = 0.012;

    /** What a day's articles are about; a tenth is about the first. */
    private static final int SUBJECTS = 5_000;

    private static final int NAMES_OF_A_SUBJECT = 24;
    private static final int NAMES_OF_AN_ARTICLE = 8;
    private static final int SURNAMES = 6_859;

    /** Ranks of a Zipf distribution over 1, as exponents of the number of things: drawn by looking up. */
    private static final double[] EXPONENTS = exponents();

    private final SplittableRandom random;
    private final List<String> pointSentences;
    private final List<String> actorNames;
    private final String[] words = new String[WORDS];
    private final int[] ranks = ranks(WORDS);
    private final int[] subjects = ranks(SUBJECTS);
    private final int[] surnames = ranks(SURNAMES);
    private final int[] names = new int[NAMES_OF_AN_ARTICLE];

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
        var subject = drawn(subjects);
        for (var i = 0; i < NAMES_OF_AN_ARTICLE; i++) {
            names[i] = (subject * 0x9E3779B1 + random.nextInt(NAMES_OF_A_SUBJECT) * 0x85EBCA77 >>> 4) % SURNAMES;
        }
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

    /** What an outlet writes under its articles: always the same for one number. */
    String furniture(int outlet) {
        var own = new SplittableRandom(outlet);
        var out = new StringBuilder();
        for (int i = 0, n = 20 + own.nextInt(21); i < n; i++) {
            out.append(i == 0 ? "" : " ").append(words[own.nextInt(WORDS)]);
        }
        return out.append('.').toString();
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
            var dice = random.nextDouble();
            if (i > 0 && dice < NAMES) {
                out.append(name());
            } else if (i > 0 && dice < NAMES + NUMBERS) {
                out.append(2 + random.nextInt(random.nextBoolean() ? 40 : 2_000));
            } else {
                var word = words[drawn(ranks)];
                out.append(i == 0 ? capital(word) : word);
            }
            out.append(i == length - 1 ? "." : " ");
        }
    }

    /** Usually of the subject, sometimes of anybody. */
    private String name() {
        var number = random.nextInt(5) == 0 ? drawn(surnames) : names[random.nextInt(names.length)];
        return capital(word(number + WORDS));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private int drawn(int[] ranked) {
        return ranked[random.nextInt(ranked.length)];
    }

    /** Zipf by inversion: rank r about as often as 1/r. */
    private static int[] ranks(int things) {
        return DoubleStream.of(EXPONENTS)
                .mapToInt(e -> (int) Math.min(things - 1, Math.pow(things, e) - 1))
                .toArray();
    }

    private static double[] exponents() {
        return IntStream.range(0, 1 << 16)
                .mapToDouble(i -> (i + 0.5) / (1 << 16))
                .toArray();
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
