// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.models;

import com.optimaize.langdetect.cybozu.util.CharNormalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.pointwatch.domain.language.Guess;

/**
 * The library's n-gram profiles of the languages of one script, and the judgement by them. Immutable once loaded.
 *
 * <p>The frequencies and what is an n-gram are the library's; the judgement over them is not. Its own detector stops at the
 * first few n-grams (in the order of a hash table) that make it sure, and was confidently wrong on 3 % of 7,757 English
 * passages of 400 letters; its algorithm for long texts draws at random and throws on some. Over all n-grams, each once,
 * none of those passages was wrong.
 */
final class Profiles {
    /** Added to the frequency of every n-gram, so that one which a language lacks is no proof against it. */
    private static final double SMOOTHING = 0.3 / 10_000;

    /** Each letter speaks three times, in n-grams of one, two and three: the evidence is taken to its third root. */
    private static final int LONGEST_NGRAM = 3;

    /** The product of so many factors, each above SMOOTHING, is far from the smallest double. */
    private static final int FACTORS_BEFORE_SCALING = 32;

    /** The library looks each letter's Unicode block up, for every letter of every article. */
    private static final char[] NORMAL = new char[1 << Character.SIZE];

    private final NgramTable frequencies;
    private final String[] languages;
    private final double[] priors;

    /** @param priors how often each language is met, relative to the others; codes of ISO 639-1 */
    Profiles(Map<String, Double> priors) {
        this.languages = priors.keySet().toArray(String[]::new);
        this.priors = priors.values().stream().mapToDouble(p -> p).toArray();
        var shares = new HashMap<String, float[]>();
        for (var i = 0; i < languages.length; i++) {
            load(i, shares);
        }
        this.frequencies = new NgramTable(shares);
    }

    /** A frequency is a share of the language's n-grams of the same length. */
    private void load(int language, Map<String, float[]> shares) {
        var counts = ProfileFile.read(languages[language]);
        var totals = new long[LONGEST_NGRAM + 1];
        for (var count : counts) {
            totals[count.ngram().length()] += count.times();
        }
        for (var count : counts) {
            var its = shares.computeIfAbsent(count.ngram(), n -> new float[languages.length]);
            its[language] = (float) count.times() / totals[count.ngram().length()];
        }
    }

    Guess judge(String words) {
        var likely = likelihoods(words);
        var sum = 0.0;
        var best = 0;
        for (var i = 0; i < likely.length; i++) {
            likely[i] = Math.cbrt(likely[i]) * priors[i];
            sum += likely[i];
            best = likely[i] > likely[best] ? i : best;
        }
        return new Guess(languages[best], likely[best] / sum);
    }

    /** Relative to the likeliest, which has 1. */
    private double[] likelihoods(String words) {
        var likely = new Product(languages.length);
        frequencies.forEach(normal(words), likely);
        scale(likely.values);
        return likely.values;
    }

    /** The product of each language's shares; its scale is of no account. */
    private static final class Product implements Consumer<float[]> {
        private final double[] values;
        private int factors;

        Product(int languages) {
            values = new double[languages];
            Arrays.fill(values, 1);
        }

        @Override
        public void accept(float[] shares) {
            for (var i = 0; i < values.length; i++) {
                values[i] *= shares[i] + SMOOTHING;
            }
            if (++factors % FACTORS_BEFORE_SCALING == 0) {
                scale(values);
            }
        }
    }

    private static void scale(double[] likely) {
        var most = 0.0;
        for (var l : likely) {
            most = Math.max(most, l);
        }
        for (var i = 0; i < likely.length; i++) {
            likely[i] /= most;
        }
    }

    /** Letters as the profiles spell them. */
    private static String normal(String words) {
        var normal = words.toCharArray();
        for (var i = 0; i < normal.length; i++) {
            normal[i] = normal(normal[i]);
        }
        return new String(normal);
    }

    /** Threads may share what is remembered: a lost entry is only asked for again, and U+0000 is never one. */
    private static char normal(char letter) {
        var known = NORMAL[letter];
        if (known == 0) {
            known = CharNormalizer.normalize(letter);
            NORMAL[letter] = known;
        }
        return known;
    }
}
