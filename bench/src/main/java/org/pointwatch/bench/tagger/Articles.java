// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.tagger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Articles of 600 words, put together from sentences that were written for this bench. Three words in a hundred are
 * names, so many of them in all that no memory of words holds them.
 */
final class Articles {
    static final String ON_TOPIC = "on-topic";
    static final String OFF_TOPIC = "off-topic";

    /** One in ten is on topic. */
    static final String MIXED = "mixed";

    private static final int WORDS = 600;
    private static final int COUNT = 2_000;
    private static final double NAMES = 0.03;
    private static final int SENTENCES_A_PARAGRAPH = 3;
    private static final long SEED = 28;
    private static final String[] SYLLABLES = {
        "bar", "cor", "dil", "fen", "gul", "ham", "jor", "kin", "lem", "mur", "nap", "pol", "rit", "sab", "ter", "vun"
    };
    private static final int NAMES_OF_THREE = 4_096;

    /** What the tagger is given. */
    record Article(String title, String text) {}

    private final List<Article> articles;
    private int next;

    Articles(String kind) {
        var random = new SplittableRandom(SEED);
        var on = sentences(ON_TOPIC);
        var off = sentences(OFF_TOPIC);
        articles = IntStream.range(0, COUNT)
                .mapToObj(i -> article(kind.equals(ON_TOPIC) || kind.equals(MIXED) && i % 10 == 0 ? on : off, random))
                .toList();
    }

    /** One after the other, and from the start again. */
    Article next() {
        next = next + 1 == COUNT ? 0 : next + 1;
        return articles.get(next);
    }

    /** Every word of every sentence, as it stands. */
    static List<String> words() {
        return Stream.concat(sentences(ON_TOPIC).stream(), sentences(OFF_TOPIC).stream())
                .flatMap(s -> Stream.of(s.split("[^\\p{L}]+")))
                .toList();
    }

    private static Article article(List<String> sentences, SplittableRandom random) {
        var title = sentences.get(random.nextInt(sentences.size()));
        var text = new StringBuilder();
        var words = 0;
        for (int i = 0; words < WORDS; i++) {
            var sentence = sentences.get(random.nextInt(sentences.size()));
            text.append(i == 0 ? "" : i % SENTENCES_A_PARAGRAPH == 0 ? "\n" : " ");
            for (var word : sentence.split(" ")) {
                text.append(random.nextDouble() < NAMES ? name(random) + " " : "")
                        .append(word)
                        .append(' ');
                words++;
            }
        }
        return new Article(
                title.substring(0, title.indexOf(' ', 40)), text.toString().strip());
    }

    /** A made-up word, another one for each number up to 4,095. */
    static String word(int number) {
        return SYLLABLES[number % 16] + SYLLABLES[number / 16 % 16] + SYLLABLES[number / 256 % 16];
    }

    private static String name(SplittableRandom random) {
        var word = word(random.nextInt(NAMES_OF_THREE)) + SYLLABLES[random.nextInt(SYLLABLES.length)];
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static List<String> sentences(String kind) {
        var file = kind + ".txt";
        try (var in = Articles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " on the class path beside " + Articles.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
